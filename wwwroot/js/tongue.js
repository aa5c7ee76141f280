// All that is story on the page (.prose) says which language it is in, where that is known, and runs the way its own first letter runs.
export function start(tag) {
  const mark = (prose) => {
    prose.dir = "auto";
    if (tag) {
      prose.lang = tag;
    }
  };
  const markIn = (node) => {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches(".prose")) {
        mark(node);
      }
      node.querySelectorAll(".prose").forEach(mark);
    }
  };
  const changes = new MutationObserver((all) => all.forEach((change) => change.addedNodes.forEach(markIn)));
  changes.observe(document.body, { childList: true, subtree: true });
  markIn(document.body);
  return {
    stop() {
      changes.disconnect();
      document.querySelectorAll(".prose[lang]").forEach((prose) => prose.removeAttribute("lang"));
    },
  };
}
