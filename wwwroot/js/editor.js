// The text of a paragraph while it is changed. It stays in the browser, whatever its length: the page is told only whether it is blank and whether
// it differs from what stood there, and reads the text when it is saved, in pieces.
export function start(area, page) {
  const before = area.value; // as the browser holds it, with one character for a line end
  let told = "false false";

  function tell() {
    const [isBlank, isChanged] = [!/\S/.test(area.value), area.value !== before];
    if (told !== `${isBlank} ${isChanged}`) {
      told = `${isBlank} ${isChanged}`;
      page.invokeMethodAsync("Typed", isBlank, isChanged);
    }
  }

  area.addEventListener("input", tell);
  return {
    read: () => new TextEncoder().encode(area.value), // half of a surrogate pair, which no file can hold, becomes U+FFFD
    stop: () => area.removeEventListener("input", tell),
  };
}
