// A page that shows what a restored backup has replaced, or whose person has signed out, draws this element, and opens anew.
import { reload } from "./connection.js";

// A page whose own form goes to the server is on its way already, and the answer knows where to.
let isOnItsWay = false;
addEventListener("submit", (event) => {
  isOnItsWay ||= event.target.method === "post";
}, true);

customElements.define("reload-page", class extends HTMLElement {
  connectedCallback() {
    isOnItsWay || reload();
  }
});
