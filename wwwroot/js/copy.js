// False where the browser does not let the page write to the clipboard; the text is then marked, so that it can be copied by hand.
export async function copyText(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return false;
  }
}
