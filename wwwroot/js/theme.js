// Loaded in the head before anything is drawn, so that a dark page does not flash light first.
const key = "theme";
const root = document.documentElement;

function stored() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is blocked: the system's choice holds
  }
}

function prefersDark() {
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

root.dataset.theme = stored() ?? (prefersDark() ? "dark" : "light");

window.theme = {
  isDark: () => root.dataset.theme === "dark",
  set(dark) {
    root.dataset.theme = dark ? "dark" : "light";
    try {
      localStorage.setItem(key, root.dataset.theme);
    } catch {
      // storage is blocked: the choice holds for this page
    }
  },
};
