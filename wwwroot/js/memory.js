// Marks a sentence in the memory box, so that typing changes it.
export function select(box, sentence) {
  const start = box.value.indexOf(sentence);
  box.focus();
  if (start >= 0) {
    box.setSelectionRange(start, start + sentence.length);
  }
}

// The first place that is selected and the one just behind the last; the same for a cursor.
export function selection(box) {
  return [box.selectionStart, box.selectionEnd];
}
