// The language of the screen, where it is not left to the browser's own settings. It is kept in a cookie, so that the server knows it before it draws
// anything, and the page and the connection behind it speak the same.
const year = 365 * 24 * 60 * 60;

export function choice(cookie) {
  return document.cookie.split("; ").find((pair) => pair.startsWith(`${cookie}=`))?.slice(cookie.length + 1) ?? "";
}

export function choose(cookie, value) {
  document.cookie = `${cookie}=${value}; Path=/; SameSite=Lax; Max-Age=${value ? year : 0}`;
  setTimeout(() => location.reload()); // not before this call is answered: who waits for the answer goes with the page
}
