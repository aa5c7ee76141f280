// The outline: takes the eye and the focus to a paragraph, and marks the chapter that is being read.
const articles = () => [...document.querySelectorAll('article[id^="paragraph-"]')];

function scrollerOf(element) {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) {
      return parent;
    }
  }
  return document.documentElement;
}

function focusParagraph(number) {
  const article = document.getElementById(`paragraph-${number}`);
  if (article) {
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
  }
  return article;
}

// Between phone and wide screen the outline lies above the page, and has done its work.
export function go(number) {
  const outline = document.getElementById("desk-outline");
  if (outline?.matches(":popover-open")) {
    outline.hidePopover();
  }
  const article = focusParagraph(number);
  const place = document.getElementById(`chapter-${number}`) ?? article;
  place?.scrollIntoView({ block: "start" });
  // Told at once and not with the next frame: what is drawn meanwhile must not take the reader back to the end.
  place?.dispatchEvent(new Event("scroll"));
}

// After a heading or a note was written: to it, or to its paragraph when it is gone.
export function stay(number, part) {
  const button = document.querySelector(`#${part}-${number} button`);
  button ? button.focus() : focusParagraph(number);
}

// The paragraph at a third of the height is the one that is read; at the end it is the last one, however short it is.
function numberRead() {
  const all = articles();
  if (!all.at(-1)?.checkVisibility()) {
    return null;
  }
  const scroller = scrollerOf(all[0]);
  const isEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 4;
  const line = Math.max(0, scroller.getBoundingClientRect().top) + scroller.clientHeight / 3;
  const read = isEnd ? all.at(-1) : all.findLast((article) => article.getBoundingClientRect().top <= line) ?? all[0];
  return Number(read.id.slice("paragraph-".length));
}

export function start(list) {
  let read = null;
  let frame = 0;

  const mark = () => {
    frame = 0;
    read = numberRead() ?? read ?? Infinity;
    const buttons = [...list.querySelectorAll("[data-first]")];
    const current = buttons.findLast((button) => Number(button.dataset.first) <= read);
    for (const button of buttons) {
      button.toggleAttribute("aria-current", false);
    }
    current?.setAttribute("aria-current", "true");
  };
  const soon = () => {
    frame ||= requestAnimationFrame(mark);
  };

  const changes = new MutationObserver(soon);
  changes.observe(list, { childList: true, subtree: true });
  document.addEventListener("scroll", soon, { capture: true, passive: true });
  mark();

  return {
    stop() {
      cancelAnimationFrame(frame);
      changes.disconnect();
      document.removeEventListener("scroll", soon, { capture: true });
    },
  };
}
