// The router scrolls to a fragment but leaves the focus where it was; skipping means that the next Tab starts in the content.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.skip");
  if (link) {
    event.preventDefault();
    document.getElementById("main")?.focus();
  }
}, { capture: true });
