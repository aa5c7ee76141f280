// False where the browser does not let the page write to the clipboard; the text is then marked, so that it can be copied by hand.
async function copy(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return false;
  }
}

export function copyText(element) {
  return copy(element.textContent, element);
}

// A message that is shown in parts: their texts, joined, and nothing of what stands beside them.
export function copyParts(element) {
  return copy([...element.querySelectorAll("[data-sent]")].map((part) => part.textContent).join(""), element);
}
