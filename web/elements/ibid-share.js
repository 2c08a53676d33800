import * as api from "../modules/api.js";
import { copy } from "../modules/clipboard.js";
import { emit, make, place } from "../modules/dom.js";
import { date } from "../modules/words.js";
import "./ibid-problem.js";

/**
 * <ibid-share>: the links by which others may read an answer: makes one, copies it, revokes it. Property `answer`.
 * Event: `announce`.
 */
export class Share extends HTMLElement {
  #fresh = null;   // the link just made; its address is shown only now
  #list = make("ul", { role: "list" });
  #address = make("p", { class: "row", hidden: true });
  #trouble = make("div");

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = "Share this answer";
    this.replaceChildren(
      make("p", {}, "Whoever has a link can read this answer with its footnotes, and nothing else of yours."),
      make("p", { class: "row" },
        make("button", { type: "button", class: "button strong", click: () => this.#make() }, "Make a link")),
      this.#address, this.#list, this.#trouble);
    this.querySelector("button").focus({ preventScroll: true });
    this.#try(() => this.#look());
  }

  async #make() {
    await this.#try(async () => {
      this.#fresh = await api.share(this.answer.id);
      const field = make("input", { readonly: true, "aria-label": "Link to this answer", value: this.#fresh.url });
      this.#address.replaceChildren(field,
        make("button", { type: "button", class: "button", click: () => this.#copy(field) }, "Copy link"));
      this.#address.hidden = false;
      field.focus();
      field.select();
      emit(this, "announce", { text: "Link made" });
      await this.#look();
    });
  }

  async #copy(field) {
    const done = await copy(field.value);
    emit(this, "announce", { text: done ? "Link copied" : "Copying is not allowed here" });
  }

  async #revoke({ id }) {
    await this.#try(async () => {
      await api.unshare(id);
      if (this.#fresh?.id === id) this.#address.hidden = true;
      emit(this, "announce", { text: "Link revoked" });
      await this.#look();
      this.querySelector("button").focus();
    });
  }

  async #look() {
    const links = (await api.shares()).filter((link) => link.answer_id === this.answer.id);
    this.#list.replaceChildren(...links.map((link, at) => make("li", {},
      make("span", {}, `Link made on ${date(link.created)}`),
      make("button", {
        type: "button", class: "quiet", "aria-label": `Revoke link ${at + 1}`, click: () => this.#revoke(link),
      }, "Revoke"))));
  }

  async #try(work) {
    this.#trouble.replaceChildren();
    await work().catch((problem) =>
      this.#trouble.replaceChildren(place("ibid-problem", { text: problem.message })));
  }
}

customElements.define("ibid-share", Share);
