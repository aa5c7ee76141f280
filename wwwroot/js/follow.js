// Keeps the end of the manuscript in sight while words come, unless the reader has scrolled away from it; and on a phone, where
// one part is shown at a time, each part's place.
const near = 120;
const draft = "Draft";

function scrollerOf(element) {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) {
      return parent;
    }
  }
  return document.documentElement;
}

export function start(element) {
  const desk = element.closest("[data-tab]");
  const places = {};
  let atEnd = true;

  const toEnd = () => {
    if (atEnd && desk.dataset.tab === draft) {
      element.scrollIntoView({ block: "end", behavior: "instant" });
    }
  };
  const onScroll = () => {
    const scroller = scrollerOf(element);
    places[desk.dataset.tab] = scroller.scrollTop;
    if (desk.dataset.tab === draft) {
      atEnd = element.getBoundingClientRect().bottom <= scroller.getBoundingClientRect().bottom + near;
    }
  };
  const onTab = () => {
    scrollerOf(element).scrollTop = places[desk.dataset.tab] ?? 0;
    toEnd();
  };

  // Growing text moves the end by itself; only what the reader does may let go of it.
  const grows = new MutationObserver(toEnd);
  const turns = new MutationObserver(onTab);
  grows.observe(element, { childList: true, subtree: true });
  turns.observe(desk, { attributes: true, attributeFilter: ["data-tab"] });
  document.addEventListener("scroll", onScroll, { capture: true, passive: true });
  toEnd();

  return {
    stop() {
      grows.disconnect();
      turns.disconnect();
      document.removeEventListener("scroll", onScroll, { capture: true });
    },
  };
}
