// Marks a passage of a paragraph where it stands on the page, without touching the page's elements. The text that is looked for is what the author
// sees as source, and the page shows it rendered: so only letters and digits are compared.
const name = "passage";

function lettersOf(root) {
  const letters = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of node.data.matchAll(/[\p{L}\p{N}]/gu)) {
      letters.push({ letter: match[0], node, at: match.index });
    }
  }
  return letters;
}

function rangeOf(root, passage) {
  const letters = lettersOf(root);
  const wanted = passage.match(/[\p{L}\p{N}]/gu) ?? [];
  const all = letters.map((place) => place.letter).join("");
  const found = wanted.length > 0 ? all.indexOf(wanted.join("")) : -1;
  if (found < 0) {
    return null;
  }
  const first = [...all.slice(0, found)].length; // a letter may take two code units
  const last = letters[first + wanted.length - 1];
  const range = new Range();
  range.setStart(letters[first].node, letters[first].at);
  range.setEnd(last.node, last.at + last.letter.length);
  return range;
}

function scrollerOf(element) {
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (above.scrollHeight > above.clientHeight && /auto|scroll/.test(getComputedStyle(above).overflowY)) {
      return above;
    }
  }
  return document.scrollingElement;
}

// As little as is needed, so that what was pressed stays in sight where it can.
function reveal(range, element) {
  const scroller = scrollerOf(element);
  const view = scroller === document.scrollingElement ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
  const box = range.getBoundingClientRect();
  const air = 4 * parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (box.top < view.top + air) {
    scroller.scrollBy({ top: box.top - view.top - air, behavior: "instant" });
  } else if (box.bottom > view.bottom - air) {
    scroller.scrollBy({ top: box.bottom - view.bottom + air, behavior: "instant" });
  }
}

export function show(place, passage) {
  clear();
  const paragraph = document.querySelector(place);
  const prose = paragraph?.querySelector(".prose");
  const range = prose && window.CSS?.highlights ? rangeOf(prose, passage) : null;
  if (range) {
    CSS.highlights.set(name, new Highlight(range));
  }
  if (range) {
    reveal(range, prose);
  } else {
    paragraph?.scrollIntoView({ block: "center" });
  }
  paragraph?.dispatchEvent(new Event("scroll")); // before anything drawn meanwhile takes the reader back to the end
  return Boolean(range);
}

export function clear() {
  window.CSS?.highlights?.delete(name);
}
