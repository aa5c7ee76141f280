// Keeps the end of the manuscript in sight while words come, unless the reader has scrolled away from it.
const near = 120;

function scrollerOf(element) {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) {
      return parent;
    }
  }
  return document.documentElement;
}

function isAtEnd(element) {
  return element.getBoundingClientRect().bottom <= scrollerOf(element).getBoundingClientRect().bottom + near;
}

export function follow(element) {
  let atEnd = true;

  const toEnd = () => {
    if (atEnd) {
      element.scrollIntoView({ block: "end", behavior: "instant" });
    }
  };
  const onScroll = () => {
    atEnd = isAtEnd(element);
  };
  // Growing text moves the end by itself; only what the reader does may let go of it.
  const grows = new MutationObserver(toEnd);
  grows.observe(element, { childList: true, subtree: true });
  document.addEventListener("scroll", onScroll, { capture: true, passive: true });
  toEnd();

  return {
    stop() {
      grows.disconnect();
      document.removeEventListener("scroll", onScroll, { capture: true });
    },
  };
}
