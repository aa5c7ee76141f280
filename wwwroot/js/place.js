// Takes the focus to a place on the page, where the eye can follow it.
export function go(place) {
  const control = document.querySelector(place);
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}
