// Keeps what is typed in this browser until the server says that it is stored, so that no reload, restart or lost connection takes it. A text box says
// whose text it holds (data-keep) and which text is stored for it (data-stored, as a mark). When a box comes without the text that was typed into it,
// the text is put back; when something else has been stored meanwhile, it is offered beside that. Nothing leaves the browser by this, and boxes
// that do not ask for it, as the one for a key, are never kept.
const person = document.documentElement.dataset.person; // none without sign-in, and for the owner of the desk
const space = person ? `kept:${person}@` : "kept:"; // people who share a browser do not find each other's texts
const pause = 250; // milliseconds between two writes
const longPause = 750; // for a text whose writing takes a while
const long = 200_000; // characters
const travels = 40_000; // characters that fit into a message to the page
const mostMarks = 400;
const month = 30 * 24 * 60 * 60 * 1000;
const grace = 5_000; // so long a tab that reloads has to fetch its own texts, before another one may have them

const soon = 300;

const page = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const waiting = new Map(); // what is typed and not yet written, by its key
const slots = new RegExp(`^${space}([0-9a-f]+):(.+)$`);
const opened = new Set(); // by the keys of boxes that were opened for their text
const standing = new Map(); // key → marks of all texts that were stored for it while this page looked on
let timer = 0;
let hasTold = false;

function attempt(action) {
  try {
    return action();
  } catch {
    return null; // storage is full or forbidden
  }
}

// The pages that this tab showed before: their texts are its own.
const earlier = attempt(() => JSON.parse(sessionStorage.getItem("kept-pages"))) ?? [];
attempt(() => sessionStorage.setItem("kept-pages", JSON.stringify([...earlier, page].slice(-20))));

// The same as KeptText.Mark on the server.
export function mark(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}

const slotOf = (key, owner = page) => `${space}${owner}:${key}`;
const read = (slot) => attempt(() => JSON.parse(localStorage.getItem(slot)));
const remove = (slot) => attempt(() => localStorage.removeItem(slot));

function put(slot, record) {
  try {
    localStorage.setItem(slot, JSON.stringify(record));
  } catch {
    if (!hasTold) {
      hasTold = true;
      document.getElementById("not-kept")?.removeAttribute("hidden");
    }
  }
}

function all() {
  const names = attempt(() => Object.keys(localStorage)) ?? [];
  return names.map((slot) => ({ slot, parts: slots.exec(slot) })).filter((one) => one.parts).map(({ slot, parts }) => ({ slot, owner: parts[1], key: parts[2] }));
}

function note(box) {
  const key = box.dataset?.keep;
  if (!key || box.readOnly) {
    return;
  }
  const text = box.value;
  const known = waiting.get(key) ?? read(slotOf(key));
  const record = known ?? { base: box.dataset.stored, been: [] };
  // What the server may have stored of it, without this page having heard so.
  if (text.length <= travels && record.been.length < mostMarks) {
    record.been.push(mark(text));
  }
  waiting.set(key, { ...record, text, stored: box.dataset.stored });
  timer ||= setTimeout(write, text.length > long ? longPause : pause);
}

export function write() {
  clearTimeout(timer);
  timer = 0;
  for (const [key, { stored, ...record }] of waiting) {
    if (mark(record.text) === stored) {
      remove(slotOf(key));
    } else {
      put(slotOf(key), { ...record, at: Date.now() });
    }
  }
  waiting.clear();
}

// An answer that was long on its way may have put into the box what was typed there earlier: what was typed last takes its place again.
export function catchUp(box) {
  const { keep: key } = box.dataset;
  const record = key && !box.readOnly && (waiting.get(key) ?? read(slotOf(key)));
  const isBehind = Boolean(record) && box.value !== record.text && [record.base, ...record.been].includes(mark(box.value));
  if (isBehind) {
    box.value = record.text;
  }
  return isBehind;
}

// A text was stored: it may be the whole of what is kept, or what the rest rests on now.
function settle(box) {
  const { keep: key, stored } = box.dataset;
  const record = key && (waiting.get(key) ?? read(slotOf(key)));
  if (!record) {
    return;
  }
  const isBehind = catchUp(box);
  if (mark(record.text) === stored) {
    forget(key);
    return;
  }
  if (isBehind) {
    putBack(box, record.text);
  }
  const next = { ...record, base: stored, been: record.been.slice(record.been.indexOf(stored) + 1) };
  if (waiting.has(key)) {
    waiting.set(key, { ...next, stored });
  } else {
    put(slotOf(key), next);
  }
}

// What was typed under a key, or under all that begin with it, is stored or not wanted any more.
export function forget(key) {
  const isMeant = (name) => name === key || (key.endsWith("/") && name.startsWith(key));
  [...waiting.keys()].filter(isMeant).forEach((name) => waiting.delete(name));
  all().filter((one) => one.owner === page && isMeant(one.key)).forEach((one) => remove(one.slot));
}

// Each page holds a lock as long as it lives, also frozen or in the background. Without locks (plain http from another machine) pages ask each other.
const channel = "BroadcastChannel" in window ? new BroadcastChannel("kept") : null;
navigator.locks?.request(space + page, () => new Promise(() => {}));
channel?.addEventListener("message", ({ data }) => data === "who" && channel.postMessage(page));

async function living() {
  if (navigator.locks) {
    const { held } = await navigator.locks.query();
    return new Set(held.map((lock) => lock.name.slice(space.length)));
  }
  const answers = new Set([page]);
  const listen = ({ data }) => answers.add(data);
  channel?.addEventListener("message", listen);
  channel?.postMessage("who");
  await new Promise((done) => setTimeout(done, soon));
  channel?.removeEventListener("message", listen);
  return answers;
}

function remember({ dataset }) {
  const key = dataset.keep ?? dataset.opens;
  standing.set(key, (standing.get(key) ?? new Set()).add(dataset.stored));
}

// Another page's text that was stored has nothing to give back, whatever has been stored after it.
function isSettled({ slot, owner, key, record }) {
  const settled = owner !== page && Boolean(standing.get(key)?.has(mark(record.text)));
  if (settled) {
    remove(slot);
  }
  return settled;
}

const newest = (records) => records.sort((one, other) => other.record.at - one.record.at)[0];

// The text that belongs to a key: this page's own, or one that its tab left, or one that a tab left which is gone.
async function find(key, again) {
  write(); // else the text as it was a few keys ago would be found, and taken for another one than what was stored since
  const written = all().filter((one) => one.key === key);
  if (written.length === 0) {
    return null;
  }
  const alive = await living();
  const left = written.filter((one) => one.owner === page || !alive.has(one.owner)).map((one) => ({ ...one, record: read(one.slot) }));
  const free = left.filter((one) => one.record?.at && !isSettled(one));
  const own = newest(free.filter((one) => one.owner === page)) ?? newest(free.filter((one) => earlier.includes(one.owner)));
  if (!own && performance.now() < grace && written.some((one) => earlier.includes(one.owner))) {
    setTimeout(again, soon); // the page before this one is about to let go of it
    return null;
  }
  if (own || free.length === 0) {
    return own ?? null;
  }
  const other = newest(free);
  const rest = Math.max(other.record.at, other.record.left ?? 0) + grace - Date.now();
  if (rest > 0) {
    setTimeout(again, rest);
    return null;
  }
  return other;
}

function putBack(box, text) {
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

// The text may be too long for a message, and then it stays in the box (data-keep-here); the page only hears that there is another one.
function offer(box, text) {
  const stays = "keepHere" in box.dataset;
  if (stays) {
    putBack(box, text);
  }
  box.dispatchEvent(new CustomEvent("kept", { bubbles: true, detail: stays ? "" : text }));
}

const isReady = (element) => element.isConnected && element.closest("main[data-interactive]");

async function consider(box) {
  const { keep: key } = box.dataset;
  const found = isReady(box) && !box.readOnly ? await find(key, () => consider(box)) : null;
  if (!found || !isReady(box) || box.readOnly || box.dataset.keep !== key) {
    return;
  }
  const { text, base, been } = found.record;
  const stored = box.dataset.stored;
  const shown = mark(box.value);
  if (shown !== stored && shown !== mark(text)) {
    return; // something else has been typed already: it waits for the next time
  }
  remove(found.slot);
  if (mark(text) === stored) {
    return;
  }
  const isOurs = base === stored || been.includes(stored);
  put(slotOf(key), { text, base: isOurs ? stored : base, been: [], at: Date.now() });
  if (shown !== mark(text)) {
    (isOurs ? putBack : offer)(box, text);
    reveal(box);
  }
}

// A box that is not there until a button is pressed is opened with its text.
async function open(button) {
  const key = button.dataset.opens;
  const isClosed = () => isReady(button) && !button.disabled && !document.querySelector(`[data-keep="${CSS.escape(key)}"]`);
  const found = isClosed() ? await find(key, () => open(button)) : null;
  if (found && mark(found.record.text) === button.dataset.stored) {
    remove(found.slot); // it was stored, and this browser had not heard so
  } else if (found && isClosed()) {
    opened.add(key);
    button.click();
  }
}

// What was opened by itself must be seen, wherever the page has been taken meanwhile.
function reveal(box) {
  if (opened.delete(box.dataset.keep)) {
    box.scrollIntoView({ block: "center", behavior: "instant" });
    box.dispatchEvent(new Event("scroll"));
  }
}

function look(element) {
  if (element.dataset.keep) {
    remember(element);
    consider(element);
  } else if (element.dataset.opens) {
    remember(element);
    open(element);
  }
}

function lookIn(node) {
  if (node.nodeType === Node.ELEMENT_NODE) {
    look(node);
    node.querySelectorAll("[data-keep], [data-opens]").forEach(look);
  }
}

const attributes = ["data-keep", "data-stored", "data-opens", "data-interactive", "readonly", "disabled"];
new MutationObserver((changes) => {
  const turned = new Set(changes.filter((change) => change.attributeName === "data-keep").map((change) => change.target)); // boxes for another text now
  for (const { type, target, attributeName, addedNodes } of changes) {
    if (type === "childList") {
      addedNodes.forEach(lookIn);
    } else if (attributeName === "data-interactive") {
      lookIn(target);
    } else if (attributeName === "data-stored") {
      remember(target);
      turned.has(target) || settle(target);
    } else {
      look(target);
    }
  }
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: attributes });

document.addEventListener("input", (event) => note(event.target), true);
document.addEventListener("visibilitychange", () => document.hidden && write());
addEventListener("pagehide", () => {
  write();
  all().filter((one) => one.owner === page).forEach(({ slot }) => put(slot, { ...read(slot), left: Date.now() }));
});
document.querySelector("#not-kept button")?.addEventListener("click", (event) => event.target.closest("#not-kept").setAttribute("hidden", ""));

all().filter(({ slot }) => !(read(slot)?.at > Date.now() - month)).forEach(({ slot }) => remove(slot));
lookIn(document.body);
window.kept = { forget };
