import { make } from "../modules/dom.js";
import { say } from "../modules/language.js";

/**
 * <ibid-confirm>: asks before something is deleted. Method `ask({title, text, action})`: a promise of yes or no;
 * with `secret` (a label) a promise of the text entered.
 */
export class Confirm extends HTMLElement {
  ask({ title, text, action, secret }) {
    const field = secret && make("input", { type: "password", autocomplete: "off", required: true, autofocus: true });
    const dialog = make("dialog", { "aria-labelledby": "confirm-title" },
      make("form", { method: "dialog" },
        make("h2", { id: "confirm-title" }, title),
        make("p", {}, text),
        field && make("label", {}, secret, field),
        make("p", { class: "row" },
          make("button", { class: "button", value: "no", autofocus: !field, formnovalidate: true }, say("cancel")),
          make("button", { class: "button strong", value: "yes" }, action))));
    this.replaceChildren(dialog);
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener("close", () => {
      const yes = dialog.returnValue === "yes";
      resolve(field ? (yes ? field.value : "") : yes);
      dialog.remove();
    }));
  }
}

customElements.define("ibid-confirm", Confirm);
