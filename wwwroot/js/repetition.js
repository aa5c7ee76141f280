// The note of a sentence that repeats an earlier one: sets it beside its sign, and shows the earlier sentence where it stands.
import { clear, show } from "./passage.js";

const gap = 6;

// On a phone the note has a place of its own. It may be closed again by the time that this is heard of.
export function place(note, id) {
  if (!note) {
    return;
  }
  const sign = document.getElementById(id);
  if (sign && getComputedStyle(note).position === "absolute") {
    const room = note.offsetParent.getBoundingClientRect();
    const at = sign.getBoundingClientRect();
    const left = Math.max(0, Math.min(at.left - room.left - note.offsetWidth / 2, room.width - note.offsetWidth));
    note.style.top = `${at.bottom - room.top + gap}px`;
    note.style.left = `${left}px`;
    note.scrollIntoView({ block: "nearest" });
  }
  note.querySelector("button")?.focus({ preventScroll: true });
}

export function back(id) {
  document.getElementById(id)?.focus({ preventScroll: true });
}

// The words stay marked until the author goes on.
export function reveal(number, sentence) {
  if (show(`#paragraph-${number}`, sentence)) {
    for (const event of ["pointerdown", "keydown"]) {
      document.addEventListener(event, clear, { once: true, capture: true });
    }
  }
}
