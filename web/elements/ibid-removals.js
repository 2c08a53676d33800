import * as api from "../modules/api.js";
import { emit, make } from "../modules/dom.js";
import "./ibid-confirm.js";

/**
 * <ibid-removals>: says that most of the collection is gone from its folder at once, and lets an admin have it removed.
 * Property `index` (as GET /index gives it). Event: `collection-changed`.
 */
export class Removals extends HTMLElement {
  #confirm = make("ibid-confirm");

  set index({ held_removals: held, admin }) {
    this.hidden = !held;
    if (!held) return this.replaceChildren();
    const click = () => this.#accept(held);
    this.role = "alert";
    this.replaceChildren(
      make("p", {}, held.detail),
      admin ? make("button", { type: "button", class: "button", click }, "Remove them") : "",
      this.#confirm);
  }

  async #accept({ articles, of }) {
    const isMeant = await this.#confirm.ask({
      title: `Remove ${articles} of ${of} articles?`,
      text: "Their files are gone. No answer will quote them any more until the files are back.",
      action: "Remove",
    });
    if (!isMeant) return;
    await api.acceptRemovals().catch((problem) => this.append(make("p", {}, problem.message)));
    emit(this, "collection-changed");
  }
}

customElements.define("ibid-removals", Removals);
