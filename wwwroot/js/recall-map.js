// Walks the cells of a picture by the arrow keys. One cell is a stop of the tab key; the arrows move that stop. Sideways goes to the next
// column that has a cell, at the nearest height; up and down stay within the column.
const near = (cells, at, side, other) => cells.sort((a, b) => Math.abs(a.dataset[side] - at.dataset[side]) - Math.abs(b.dataset[side] - at.dataset[side])
  || Math.abs(a.dataset[other] - at.dataset[other]) - Math.abs(b.dataset[other] - at.dataset[other]))[0];

function next(cells, at, key) {
  const column = Number(at.dataset.column);
  const row = Number(at.dataset.row);
  switch (key) {
    case "ArrowRight": return near(cells.filter((cell) => cell.dataset.column > column), at, "column", "row");
    case "ArrowLeft": return near(cells.filter((cell) => cell.dataset.column < column), at, "column", "row");
    case "ArrowDown": return near(cells.filter((cell) => cell.dataset.column == column && cell.dataset.row > row), at, "row", "column");
    case "ArrowUp": return near(cells.filter((cell) => cell.dataset.column == column && cell.dataset.row < row), at, "row", "column");
    case "Home": return cells[0];
    case "End": return cells.at(-1);
  }
}

export function start(map) {
  const onKeyDown = (event) => {
    const at = event.target.closest("[data-column]");
    if (!at) {
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      at.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      return;
    }
    const cells = [...map.querySelectorAll("[data-column]")];
    const to = next([...cells], at, event.key);
    if (to || event.key.startsWith("Arrow")) {
      event.preventDefault();
    }
    to?.focus();
  };
  const onFocus = (event) => {
    const at = event.target.closest("[data-column]");
    if (at) {
      map.querySelectorAll("[data-column][tabindex='0']").forEach((cell) => cell.setAttribute("tabindex", "-1"));
      at.setAttribute("tabindex", "0");
      at.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  };
  map.addEventListener("keydown", onKeyDown);
  map.addEventListener("focusin", onFocus);
  return {
    stop() {
      map.removeEventListener("keydown", onKeyDown);
      map.removeEventListener("focusin", onFocus);
    },
  };
}
