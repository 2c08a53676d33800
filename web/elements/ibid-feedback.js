import { emit, make } from "../modules/dom.js";
import { say } from "../modules/language.js";

/** What is sent, with the key of what is shown. */
const REASONS = {
  "wrong": "wrong", "not what I asked": "other-question", "footnote does not support it": "footnote",
  "something is missing": "missing", "other": "other",
};

/**
 * <ibid-feedback>: the form for what is wrong with an answer. Property `feedback` (the earlier feedback, or null).
 * Events: `rate` (`rating`, `reasons`, `comment`), `close-feedback`.
 */
export class Feedback extends HTMLElement {
  connectedCallback() {
    const { reasons, comment } = this.feedback ?? {};
    const box = ([reason, key]) => make("label", {}, make("input", {
      type: "checkbox", name: "reason", value: reason, checked: Boolean(reasons?.includes(reason)),
    }), say(`feedback.${key}`));
    const note = make("textarea", { name: "comment", rows: "2" }, comment);
    this.replaceChildren(make("form", { submit: (event) => this.#send(event), keydown: (event) => this.#key(event) },
      make("fieldset", {}, make("legend", {}, say("feedback.what")), Object.entries(REASONS).map(box)),
      make("label", { class: "comment" }, say("feedback.comment"), note),
      make("p", { class: "row" },
        make("button", { class: "button strong" }, say("feedback.send")),
        make("button", { type: "button", class: "button", click: () => emit(this, "close-feedback") },
          say("cancel")))));
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
