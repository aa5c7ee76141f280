// Knows which plan the author was last in, by the number of its shortcut (0 is the author's own): the focus is gone from it by the time one asks.
let number = null;

function onFocus(event) {
  number = event.target.closest?.("textarea[aria-keyshortcuts^='Alt+']")?.getAttribute("aria-keyshortcuts").slice(4) ?? number;
}

export function last() {
  return number === null ? null : Number(number);
}

export function start() {
  number = null;
  document.addEventListener("focusin", onFocus);
  return { stop: () => document.removeEventListener("focusin", onFocus) };
}
