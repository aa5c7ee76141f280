// The list of what can be looked at: arrow keys choose (the page must not scroll too), and what is chosen stays in sight.
const keys = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"]);

function onKeyDown(event) {
  if (keys.has(event.key)) {
    event.preventDefault();
  }
}

export function start(list) {
  const reveal = () => list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const changes = new MutationObserver(reveal);
  changes.observe(list, { subtree: true, childList: true, attributeFilter: ["aria-selected"] });
  let isPressed = false;
  const press = () => (isPressed = true);
  const release = () => (isPressed = false);
  // A dialog may open after its list is drawn. What is being pressed must not move away from under the finger.
  const onFocus = () => isPressed || reveal();
  list.addEventListener("keydown", onKeyDown);
  list.addEventListener("pointerdown", press);
  window.addEventListener("pointerup", release);
  window.addEventListener("pointercancel", release);
  list.addEventListener("focus", onFocus);
  reveal();
  return {
    stop() {
      changes.disconnect();
      list.removeEventListener("keydown", onKeyDown);
      list.removeEventListener("pointerdown", press);
      window.removeEventListener("pointerup", release);
      window.removeEventListener("pointercancel", release);
      list.removeEventListener("focus", onFocus);
    },
  };
}
