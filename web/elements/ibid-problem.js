import { emit, make } from "../modules/dom.js";

/** <ibid-problem>: a failure with a button. Properties `text`, `action` (a button's label). Event: `retry`. */
export class ProblemBox extends HTMLElement {
  connectedCallback() {
    this.role = "alert";
    const click = () => emit(this, "retry");
    this.replaceChildren(
      make("p", {}, this.text),
      this.action ? make("button", { type: "button", class: "button", click }, this.action) : "",
    );
  }
}

customElements.define("ibid-problem", ProblemBox);
