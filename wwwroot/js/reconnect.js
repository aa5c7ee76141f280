// After a restart of the server the old circuit is gone ("rejected") and Blazor leaves the page dead. Stories are saved on the
// server, so a fresh page loses nothing that was stored; it is asked for as soon as the server answers again.
const banner = document.getElementById("components-reconnect-modal");
const retryMs = 1000;
let waiting = false;

async function reloadWhenServed() {
  try {
    const answer = await fetch("healthz", { cache: "no-store" });
    if (answer.ok) {
      location.reload();
      return;
    }
  } catch {
    // not there yet
  }
  setTimeout(reloadWhenServed, retryMs);
}

new MutationObserver(() => {
  const gone = ["components-reconnect-rejected", "components-reconnect-failed"].some((name) => banner.classList.contains(name));
  if (gone && !waiting) {
    waiting = true;
    reloadWhenServed();
  }
}).observe(banner, { attributes: true, attributeFilter: ["class"] });
