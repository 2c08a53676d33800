import * as api from "../modules/api.js";
import { emit, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
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
      admin ? make("button", { type: "button", class: "button", click }, say("removals.remove")) : "",
      this.#confirm);
  }

  async #accept({ articles, of }) {
    const isMeant = await this.#confirm.ask({
      title: say("removals.sure", { some: articles, n: of }),
      text: say("removals.text"),
      action: say("remove"),
    });
    if (!isMeant) return;
    await api.acceptRemovals().catch((problem) => this.append(make("p", {}, problem.message)));
    emit(this, "collection-changed");
  }
}

customElements.define("ibid-removals", Removals);
