// The browser's own modal dialog: focus stays inside, Escape closes it, and the focus goes back to where it was.
export function open(dialog, page) {
  dialog.addEventListener("close", () => page.invokeMethodAsync("ClosedAsync"), { once: true });
  dialog.addEventListener("cancel", (event) => {
    if (dialog.querySelector("[role='menu']")) {
      event.preventDefault(); // Escape closes the menu alone
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close(); // beside the dialog, on what it covers
    }
  });
  dialog.showModal();
}

export function close(dialog) {
  dialog.close();
}
