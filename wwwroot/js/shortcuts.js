// Every shortcut is written once, in the aria-keyshortcuts of the control that it works. A control beside the focus (within the
// nearest [data-keys]) comes before one elsewhere on the page, so the same keys can write the plan that one is in.
const inText = "textarea, select, input:not([type=button], [type=checkbox], [type=radio])";

function chordOf(event) {
  const isSign = event.altKey && /^(Digit\d|Key[A-Z])$/.test(event.code) && !/^[a-z]$/i.test(event.key); // Alt writes other signs on some keyboards
  const key = isSign ? event.code.slice(-1) : (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const shifts = event.shiftKey && /^[A-Z]$|^.{2,}$/.test(key);
  return [(event.ctrlKey || event.metaKey) && "Control", event.altKey && "Alt", shifts && "Shift", key].filter(Boolean).join("+");
}

const patience = 1500; // milliseconds

function find(root, chord, among = ":not(:disabled)") {
  const controls = root?.querySelectorAll(`[aria-keyshortcuts="${CSS.escape(chord)}"]${among}`) ?? [];
  return [...controls].find((control) => control.checkVisibility());
}

// Who types fast is ahead of the page: a control beside the focus that the last letters are about to enable is waited for.
// Not while a step is written: then it would be enabled by the end of that step, which nobody asked for.
function findWaiting(event) {
  const beside = event.target.closest?.("[data-keys]");
  return document.querySelector("[data-running]") ? undefined : find(beside, chordOf(event), ":disabled");
}

function clickWhenEnabled(control) {
  const observer = new MutationObserver(() => {
    if (!control.disabled) {
      end();
      control.click();
    }
  });
  const timer = setTimeout(end, patience);
  function end() {
    observer.disconnect();
    clearTimeout(timer);
  }
  observer.observe(control, { attributes: true, attributeFilter: ["disabled"] });
}

// Typing stays typing: in a text field only the keys of that field's own part, Alt with a digit, and Escape are taken.
function controlFor(event) {
  const chord = chordOf(event);
  const beside = find(event.target.closest?.("[data-keys]"), chord);
  // What every paragraph has (data-near) is worked from elsewhere only in the last one. Enter presses what has the focus, and nothing elsewhere.
  const anywhere = chord !== "Enter" && (!event.target.matches?.(inText) || event.altKey || event.key === "Escape");
  return beside ?? (anywhere ? find(document, chord, ":not(:disabled, article:has(~ article) [data-near])") : undefined);
}

function onKeyDown(event) {
  if (event.defaultPrevented || event.isComposing || event.repeat || document.querySelector("[role=menu]")) {
    return;
  }
  const inDialog = document.querySelector("dialog[open]"); // what it covers does not hear keys
  const control = inDialog ? find(event.target.closest?.("dialog [data-keys]"), chordOf(event)) : controlFor(event);
  if (control) {
    event.preventDefault();
    control.matches("textarea") ? control.focus() : control.click();
    return;
  }
  const waiting = inDialog ? undefined : findWaiting(event);
  if (waiting) {
    event.preventDefault();
    clickWhenEnabled(waiting);
  }
}

export function start() {
  document.addEventListener("keydown", onKeyDown);
  document.documentElement.dataset.shortcuts = "on"; // the browser tests wait for it: a key before that is lost
  return { stop: () => document.removeEventListener("keydown", onKeyDown) };
}
