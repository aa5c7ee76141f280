// Marks a passage of a paragraph where it stands on the page, without touching the page's elements. The page has other lines than the text, so that white
// space is never compared. A passage out of the middle of something may have signs of its markup left: then only letters and digits are.
const name = "passage";
const visible = /\S/gu;
const letters = /[\p{L}\p{N}]/gu;

function placesOf(root, kind) {
  const places = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const match of node.data.matchAll(kind)) {
      places.push({ sign: match[0], node, at: match.index });
    }
  }
  return places;
}

function rangeOf(root, passage, kind) {
  const places = placesOf(root, kind);
  const wanted = passage.match(kind) ?? [];
  const all = places.map((place) => place.sign).join("");
  const found = wanted.length > 0 ? all.indexOf(wanted.join("")) : -1;
  if (found < 0) {
    return null;
  }
  const first = [...all.slice(0, found)].length; // a sign may take two code units
  const last = places[first + wanted.length - 1];
  const range = new Range();
  range.setStart(places[first].node, places[first].at);
  range.setEnd(last.node, last.at + last.sign.length);
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
  const range = prose && window.CSS?.highlights ? rangeOf(prose, passage, visible) ?? rangeOf(prose, passage, letters) : null;
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
