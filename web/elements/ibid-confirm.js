import { make } from "../modules/dom.js";

/** <ibid-confirm>: asks before something goes for good. Method `ask({title, text, action})`: a promise of yes or no. */
export class Confirm extends HTMLElement {
  ask({ title, text, action }) {
    const dialog = make("dialog", { "aria-labelledby": "confirm-title" },
      make("form", { method: "dialog" },
        make("h2", { id: "confirm-title" }, title),
        make("p", {}, text),
        make("p", { class: "row" },
          make("button", { class: "button", value: "no", autofocus: true }, "Cancel"),
          make("button", { class: "button strong", value: "yes" }, action))));
    this.replaceChildren(dialog);
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes");
      dialog.remove();
    }));
  }
}

customElements.define("ibid-confirm", Confirm);
