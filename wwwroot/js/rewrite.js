// Watches for words that are marked in a paragraph of the manuscript, tells the page which, and sets the bar beside them. The words stay
// marked by a highlight of their own when the focus moves on into the bar. Where they stand in the source is for the server to say.
const rest = 200; // milliseconds without a change, until a selection is meant
const gap = 8;
const enough = 200; // characters of each end, to know the words again: all of them could be too long for a message

function marked() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const at = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-passage]");
  const passage = at(range.startContainer);
  if (!passage) {
    return null;
  }
  const inside = range.cloneRange();
  if (at(range.endContainer) !== passage) {
    // A triple click ends at the start of what comes next.
    inside.setEnd(passage, passage.childNodes.length);
    const beyond = document.createRange();
    beyond.setStartAfter(passage);
    beyond.setEnd(range.endContainer, range.endOffset);
    if (beyond.toString().trim()) {
      return null;
    }
  }
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(inside.startContainer, inside.startOffset);
  const words = inside.toString();
  const start = before.toString().length;
  return words.trim() ? { range: inside, step: passage.dataset.passage, start, end: start + words.length, words } : null;
}

export function start(anchor, page) {
  let timer = 0;
  let isDown = false;
  let last = null;

  const forget = () => {
    last = null;
    CSS.highlights?.delete("rewrite");
  };
  const look = () => {
    if (isDown || anchor.contains(document.activeElement)) {
      return;
    }
    const now = marked();
    if (now && !(last && last.step === now.step && last.start === now.start && last.end === now.end)) {
      last = now;
      CSS.highlights?.set("rewrite", new Highlight(now.range));
      page.invokeMethodAsync("Marked", now.step, now.start, now.end, now.words.slice(0, enough), now.words.slice(-enough));
    } else if (!now && last) {
      forget();
      page.invokeMethodAsync("Unmarked");
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, rest);
  };
  const onDown = () => {
    isDown = true;
  };
  const onUp = () => {
    isDown = false;
    soon();
  };
  // Who marks by the keyboard goes from the words into the bar by Enter.
  const onKey = (event) => {
    if (event.key === "Enter" && last && document.activeElement === document.body && marked()) {
      event.preventDefault();
      anchor.querySelector("input")?.focus({ preventScroll: true });
    }
  };

  document.addEventListener("selectionchange", soon);
  document.addEventListener("pointerdown", onDown, true);
  document.addEventListener("pointerup", onUp, true);
  document.addEventListener("pointercancel", onUp, true);
  document.addEventListener("keydown", onKey);
  soon(); // words may have been marked before this script had come
  return {
    // Below the words, or above them where there is no room below.
    place(selector) {
      const bar = anchor.firstElementChild;
      const whole = selector ? document.querySelector(selector) : null;
      if (!bar || (!whole && !last) || getComputedStyle(anchor).position === "static") {
        return;
      }
      const words = whole ? whole.getBoundingClientRect() : last.range.getBoundingClientRect();
      const room = anchor.offsetParent.getBoundingClientRect();
      const height = bar.offsetHeight;
      const below = words.bottom + gap + height < innerHeight;
      const top = below ? words.bottom + gap : Math.max(gap, words.top - gap - height);
      const left = Math.min(Math.max(words.left, room.left + gap), Math.min(room.right, innerWidth) - bar.offsetWidth - gap);
      anchor.style.top = `${top - room.top}px`;
      anchor.style.left = `${left - room.left}px`;
    },
    forget() {
      forget();
      getSelection().removeAllRanges();
    },
    stop() {
      clearTimeout(timer);
      forget();
      document.removeEventListener("selectionchange", soon);
      document.removeEventListener("pointerdown", onDown, true);
      document.removeEventListener("pointerup", onUp, true);
      document.removeEventListener("pointercancel", onUp, true);
      document.removeEventListener("keydown", onKey);
    },
  };
}
