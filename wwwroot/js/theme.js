// Loaded in the head before anything is drawn, so that a dark page does not flash light first.
const key = "theme";
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

function choice() {
  try {
    const stored = localStorage.getItem(key);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system"; // storage is blocked
  }
}

function show(chosen) {
  root.dataset.theme = chosen === "system" ? (system.matches ? "dark" : "light") : chosen;
}

function remember(chosen) {
  try {
    localStorage.setItem(key, chosen);
  } catch {
    // storage is blocked: the choice holds for this page
  }
}

show(choice());
system.addEventListener("change", () => show(choice()));
addEventListener("storage", (event) => event.key === key && show(choice()));

window.theme = {
  choice,
  isDark: () => root.dataset.theme === "dark",
  set(chosen) {
    remember(chosen);
    show(chosen);
  },
};
