// Brings each new turn to the top of the page, where it is read while it comes: what has been read moves up, and what is being read stays where it
// is. Room is made below, so that a turn of a few words can stand there too. A reader who is elsewhere in the story is left where they are.
const air = 120;

export function start(root) {
  const column = root.querySelector("[data-column]");
  let atEnd = true;
  let asked = false;

  const latest = () => root.querySelector("[data-latest]");
  const key = () => latest()?.dataset.latest; // the same while it is written and when it stands
  let shown = key();
  const end = () => root.querySelector("[data-end]").getBoundingClientRect().top;
  const head = () => root.querySelector("header").offsetHeight;

  const makeRoom = () => {
    const turn = latest();
    const height = turn ? column.getBoundingClientRect().bottom - parseFloat(getComputedStyle(column).paddingBottom) - turn.getBoundingClientRect().top : 0;
    column.style.setProperty("--room", turn ? `${Math.max(0, Math.floor(innerHeight - height - head()))}px` : "0px");
  };
  const show = () => {
    makeRoom();
    latest()?.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  };
  const onScroll = () => {
    atEnd = end() < innerHeight + air;
  };
  const onAct = (event) => {
    asked ||= Boolean(event.target.closest?.("[data-acts]"));
  };
  const onTurn = () => {
    if (key() !== shown) {
      shown = key();
      if (shown && (asked || atEnd)) {
        show();
      }
      asked = false;
    }
  };

  const turns = new MutationObserver(onTurn);
  const grows = new ResizeObserver(makeRoom);
  turns.observe(column, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-latest"] });
  grows.observe(column);
  document.addEventListener("scroll", onScroll, { passive: true });
  addEventListener("resize", makeRoom);
  root.addEventListener("click", onAct, true);
  makeRoom();
  latest()?.scrollIntoView({ block: "start", behavior: "instant" });

  return {
    stop() {
      turns.disconnect();
      grows.disconnect();
      document.removeEventListener("scroll", onScroll);
      removeEventListener("resize", makeRoom);
      root.removeEventListener("click", onAct, true);
    },
  };
}
