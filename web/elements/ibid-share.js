import * as api from "../modules/api.js";
import { copy } from "../modules/clipboard.js";
import { emit, make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
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
    this.ariaLabel = say("share.label");
    this.replaceChildren(
      make("p", {}, say("share.what")),
      make("p", { class: "row" },
        make("button", { type: "button", class: "button strong", click: () => this.#make() }, say("share.make"))),
      this.#address, this.#list, this.#trouble);
    this.querySelector("button").focus({ preventScroll: true });
    this.#try(() => this.#look());
  }

  async #make() {
    await this.#try(async () => {
      this.#fresh = await api.share(this.answer.id);
      const field = make("input", { readonly: true, "aria-label": say("share.field"), value: this.#fresh.url });
      this.#address.replaceChildren(field,
        make("button", { type: "button", class: "button", click: () => this.#copy(field) }, say("share.copy")));
      this.#address.hidden = false;
      field.focus();
      field.select();
      emit(this, "announce", { text: say("share.made") });
      await this.#look();
    });
  }

  async #copy(field) {
    const done = await copy(field.value);
    emit(this, "announce", { text: say(done ? "share.copied" : "copied.not") });
  }

  async #revoke({ id }) {
    await this.#try(async () => {
      await api.unshare(id);
      if (this.#fresh?.id === id) this.#address.hidden = true;
      emit(this, "announce", { text: say("share.revoked") });
      await this.#look();
      this.querySelector("button").focus();
    });
  }

  async #look() {
    const links = (await api.shares()).filter((link) => link.answer_id === this.answer.id);
    this.#list.replaceChildren(...links.map((link, at) => make("li", {},
      make("span", {}, say("share.madeOn", { date: date(link.created) })),
      make("button", {
        type: "button", class: "quiet", "aria-label": say("share.revokeOf", { n: at + 1 }),
        click: () => this.#revoke(link),
      }, say("share.revoke")))));
  }

  async #try(work) {
    this.#trouble.replaceChildren();
    await work().catch((problem) =>
      this.#trouble.replaceChildren(place("ibid-problem", { text: problem.message })));
  }
}

customElements.define("ibid-share", Share);
