// Brings the page back by itself when the network or the server was away: on its own circuit when that still stands, anew when it does not. What is
// typed meanwhile stays in its box, and is told to the server when it answers; what needs the server waits.
import { catchUp, mark } from "./kept.js";

const banner = document.getElementById("connection");
const failure = document.getElementById("blazor-error-ui");
const isAnsweredIn = 3_000; // milliseconds
const patience = 10_000;
const sooner = 1_000;
const later = 5_000;
const soonerUntil = 60; // attempts
const unnoticed = 20_000; // so long may the connection have been gone before it was noticed
const betweenReloads = 60_000;
const soon = 1_500;

const text = "textarea, select, input:not([type=checkbox], [type=radio], [type=file], [type=button], [type=submit])";
const touched = new Map(); // box → when it was typed into last, and by which events it tells
let since = 0; // when it was noticed; 0 while the connection stands
let isLeaving = false;
let wake = () => {};

function show(state) {
  banner.dataset.state = state;
  document.documentElement.toggleAttribute("data-away", state !== "");
}

export function reload() {
  isLeaving = true;
  show("anew");
  location.reload();
}

async function answers() {
  try {
    return (await fetch("healthz", { cache: "no-store", signal: AbortSignal.timeout(isAnsweredIn) })).ok;
  } catch {
    return false;
  }
}

// Woken early when it is more likely to work now: the page is looked at again, the network is there again, or someone presses the button.
const rest = (milliseconds) => new Promise((done) => {
  const timer = setTimeout(done, milliseconds);
  wake = () => {
    clearTimeout(timer);
    done();
  };
});

// True: the circuit goes on. False: it is gone. Null: the connection was lost again by the way.
function rejoin() {
  const tooLong = new Promise((done) => setTimeout(() => done(false), patience));
  return Promise.race([Blazor.reconnect().catch(() => null), tooLong]);
}

async function comeBack(mayRejoin) {
  for (let attempt = 0; since !== 0; attempt++) {
    const isBack = (await answers()) ? mayRejoin && (await rejoin()) : null;
    if (isBack === false) {
      await (mayRejoin ? null : rest(later)); // it would not start a moment ago
      reload();
      return;
    }
    if (isBack === null) {
      await rest(attempt < soonerUntil ? sooner : later);
    }
  }
}

function goAway(mayRejoin) {
  if (since === 0 && !isLeaving) {
    since = Date.now();
    banner.querySelector("time").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    show("away");
    comeBack(mayRejoin);
  }
}

// Where it is known what is stored, that alone counts: a tab may have been asleep for hours before it notices that nobody has heard it.
const isUnheard = (box, at, from) => box.isConnected && ("stored" in box.dataset ? mark(box.value) !== box.dataset.stored : at >= from);

const tell = (box, events) => events.forEach((name) => box.dispatchEvent(new Event(name, { bubbles: true })));

// What was typed while nobody heard it and is not stored; more than once does no harm.
function tellAgain(from) {
  const boxes = [...touched];
  touched.clear();
  for (const [box, { at, events }] of boxes) {
    catchUp(box);
    if (isUnheard(box, at, from)) {
      tell(box, events);
    }
  }
  // Answers from before may still come in, with what was typed by then.
  setTimeout(() => boxes.forEach(([box, { events }]) => box.isConnected && catchUp(box) && tell(box, events)), soon);
}

export const reconnectionHandler = {
  onConnectionDown: () => goAway(true),
  onConnectionUp() {
    const from = since - unnoticed;
    since = 0;
    show("");
    tellAgain(from);
  },
};

function touch(event) {
  const box = event.target;
  if (!box.matches?.(text)) {
    return;
  }
  const events = new Set(touched.get(box)?.events).add(event.type);
  touched.delete(box);
  touched.set(box, { at: Date.now(), events });
  for (const [old, { at }] of touched) {
    if (since !== 0 || at > Date.now() - unnoticed) {
      break;
    }
    if (!isUnheard(old, at, Infinity)) {
      touched.delete(old);
    }
  }
}

// A click that nobody hears must not seem to work.
function wait(event) {
  const isOfItsOwn = event.target.closest?.(`${text}, summary, #connection, #blazor-error-ui, a[target=_blank]`);
  if (since !== 0 && !(event.type === "click" && isOfItsOwn)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

// The page itself broke. Opening it again is all that helps, but not again and again when it breaks at once.
function startAnew() {
  const last = Number(sessionStorage.getItem("anew"));
  if (Date.now() - last > betweenReloads) {
    sessionStorage.setItem("anew", Date.now());
    show("");
    setTimeout(reload, 1_500);
  } else {
    failure.dataset.again = "";
    failure.querySelector("a").focus();
  }
}

function onFailure() {
  if (failure.style.display !== "block") {
    return;
  }
  if (since !== 0 || isLeaving) {
    failure.style.display = ""; // an attempt to come back that did not succeed: the next one follows
  } else {
    startAnew();
  }
}

new MutationObserver(onFailure).observe(failure, { attributes: true, attributeFilter: ["style"] });
for (const name of ["input", "change"]) {
  addEventListener(name, touch, true);
}
for (const name of ["click", "submit"]) {
  addEventListener(name, wait, true);
}
// What is typed is kept, so that nobody need be asked before the page opens itself anew.
addEventListener("beforeunload", (event) => isLeaving && event.stopImmediatePropagation());
addEventListener("online", () => wake());
document.addEventListener("visibilitychange", () => document.hidden || wake());
addEventListener("pageshow", (event) => event.persisted && reload());
// The page had come, but the connection behind it did not.
addEventListener("unhandledrejection", (event) => event.reason?.errorType === "FailedToNegotiateWithServerError" && goAway(false));
banner.querySelector("button").addEventListener("click", () => wake());
failure.addEventListener("click", (event) => {
  if (event.target.closest("a")) {
    event.preventDefault();
    reload();
  }
});
