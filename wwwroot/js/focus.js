// A button goes away when it is pressed (plans fold, Stop has stopped): the focus then moves on to the paragraph that is being
// written, or was, or that the button belonged to, so that the keyboard and a screen reader are not thrown back to the top of the page.
let last = null;
let within = null;

function onFocus(event) {
  last = event.target;
  within = last.closest?.("article");
}

function keep() {
  if (!last || last.isConnected || document.activeElement !== document.body) {
    return;
  }
  const again = last.id && document.getElementById(last.id);
  last = null;
  if (again) {
    again.focus(); // what was drawn anew under the same id is the same control
    return;
  }
  const paragraph = within?.isConnected ? within : [...document.querySelectorAll("article")].at(-1);
  if (paragraph?.checkVisibility()) {
    paragraph.tabIndex = -1;
    paragraph.focus({ preventScroll: true });
  }
}

export function start() {
  const changes = new MutationObserver(keep);
  changes.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", onFocus);
  return {
    stop() {
      changes.disconnect();
      document.removeEventListener("focusin", onFocus);
    },
  };
}
