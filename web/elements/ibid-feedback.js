import { emit, make } from "../modules/dom.js";

const REASONS = ["wrong", "not what I asked", "footnote does not support it", "something is missing", "other"];

/**
 * <ibid-feedback>: the form for what is wrong with an answer. Property `feedback` (the earlier feedback, or null).
 * Events: `rate` (`rating`, `reasons`, `comment`), `close-feedback`.
 */
export class Feedback extends HTMLElement {
  connectedCallback() {
    const { reasons, comment } = this.feedback ?? {};
    const box = (reason) => make("label", {}, make("input", {
      type: "checkbox", name: "reason", value: reason, checked: Boolean(reasons?.includes(reason)),
    }), reason);
    const note = make("textarea", { name: "comment", rows: "2" }, comment);
    this.replaceChildren(make("form", { submit: (event) => this.#send(event), keydown: (event) => this.#key(event) },
      make("fieldset", {}, make("legend", {}, "What was wrong with this answer?"), REASONS.map(box)),
      make("label", { class: "comment" }, "Comment (optional)", note),
      make("p", { class: "row" },
        make("button", { class: "button strong" }, "Send"),
        make("button", { type: "button", class: "button", click: () => emit(this, "close-feedback") }, "Cancel"))));
    this.querySelector("input").focus({ preventScroll: true });
    this.scrollIntoView({ block: "nearest" });
  }

  #send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    emit(this, "rate", { rating: "down", reasons: form.getAll("reason"), comment: form.get("comment").trim() });
    emit(this, "close-feedback");
  }

  #key(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();   // this Escape closes the form, not the open article
    emit(this, "close-feedback");
  }
}

customElements.define("ibid-feedback", Feedback);
