// Says when a field takes no more of what is typed or pasted: the browser itself leaves the rest out without a word, and a text that is cut is no longer what was meant.
const notice = document.getElementById("field-full");
const most = notice?.querySelector("data");

const inserted = (event) => event.data ?? event.dataTransfer?.getData("text/plain") ?? (event.inputType === "insertLineBreak" ? "\n" : "");
const room = (field) => field.maxLength - field.value.length + (field.selectionEnd - field.selectionStart);

document.addEventListener("beforeinput", (event) => {
  const field = event.target;
  if (!notice || !(field.maxLength > 0)) {
    return;
  }
  const isFull = inserted(event).length > room(field);
  if (isFull) {
    most.textContent = field.maxLength.toLocaleString(document.documentElement.lang);
  }
  notice.hidden = !isFull;
});
notice?.querySelector("button").addEventListener("click", () => (notice.hidden = true));
