import * as api from "../modules/api.js";
import { emit, icon, make, place } from "../modules/dom.js";
import { nameField } from "../modules/name-field.js";
import { format } from "../modules/route.js";
import { day } from "../modules/words.js";
import "./ibid-confirm.js";
import "./ibid-problem.js";

const MANY = 6;   // conversations; fewer are found without a search

/**
 * <ibid-conversations>: earlier conversations, pinned ones first, then the newest. Property `current` (an id, or null).
 * Method `refresh()`. Event: `conversation-removed` (`id`).
 */
export class Conversations extends HTMLElement {
  #current = null;
  #body = make("div");
  #filter = make("input", {
    type: "search", placeholder: "Find a conversation", "aria-label": "Find a conversation", hidden: true,
    input: () => this.#choose(),
  });
  #confirm = make("ibid-confirm");

  connectedCallback() {
    this.replaceChildren(make("h2", { class: "label" }, "Conversations"), this.#filter, this.#body, this.#confirm);
    this.addEventListener("retry", () => this.refresh());
    this.refresh();
  }

  set current(id) {
    this.#current = id;
    for (const link of this.querySelectorAll("a")) this.#point(link);
  }

  async refresh() {
    const content = await api.conversations().then(
      (list) => this.#list(list),
      ({ message: text }) => place("ibid-problem", { text, action: "Try again" }));
    if (this.#body.querySelector(".name")) return;   // what is being typed stays; saving and leaving it refresh again
    this.#body.replaceChildren(content);
    this.#filter.hidden = this.#body.querySelectorAll("li").length < MANY;
    this.#choose();
  }

  /** Shows the conversations whose titles have all the words. */
  #choose() {
    const words = this.#filter.hidden ? [] : this.#filter.value.toLowerCase().split(/\s+/);
    for (const item of this.#body.querySelectorAll("li")) {
      const title = item.querySelector(".title")?.textContent.toLowerCase();   // none while it is renamed
      item.hidden = title !== undefined && !words.every((word) => title.includes(word));
    }
  }

  #list(list) {
    return list.length
      ? make("ul", { role: "list" }, list.map((one) => this.#item(one)))
      : make("p", { class: "none" }, "None yet. Each question you ask is kept here.");
  }

  #item({ id, title, updated, pinned }) {
    const link = make("a", { href: format({ conversation: id }), "data-id": id },
      make("span", { class: "title" }, title), make("time", { datetime: updated }, day(updated)));
    this.#point(link);
    const tool = (what, name, click, more = {}) => make("button", {
      type: "button", class: "quiet", "aria-label": `${what} “${title}”`, title: what, "data-tool": name, click,
      ...more,
    }, icon(name));
    const pin = () => this.#change(id, { pinned: !pinned }, () => this.#renew(id, "pin"));
    const item = make("li", {}, link, make("span", { class: "tools" },
      tool("Rename", "edit", () => this.#rename(item, id, title)),
      tool("Delete", "remove", () => this.#remove(id, title)),
      tool("Pin", "pin", pin, { "aria-pressed": String(!!pinned) })));
    return item;
  }

  #rename(item, id, title) {
    const held = [...item.childNodes];
    const leave = () => {
      item.replaceChildren(...held);
      return this.#renew(id, "edit");
    };
    item.replaceChildren(nameField(title, { leave, save: (given) => this.#change(id, { title: given }, leave) }));
  }

  /** A field that is not saved stays, with what was typed. */
  async #change(id, change, done) {
    const problem = await api.changeConversation(id, change).then(() => null, (failure) => failure);
    if (!problem) return done();
    this.#body.querySelector("ibid-problem")?.remove();
    this.#body.prepend(place("ibid-problem", { text: `It was not changed. ${problem.message}` }));
  }

  async #renew(id, tool) {
    await this.refresh();
    this.querySelector(`[data-id="${CSS.escape(id)}"] + .tools [data-tool=${tool}]`)?.focus();
  }

  #point(link) {
    if (link.dataset.id === this.#current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }

  async #remove(id, title) {
    const sure = await this.#confirm.ask({
      title: "Delete this conversation?",
      text: `“${title}” goes for good, with its answers and your verdicts.`,
      action: "Delete",
    });
    if (!sure) return;
    const problem = await api.removeConversation(id).then(() => null, (failure) => failure);
    if (problem && problem.status !== 404) {
      return this.#body.prepend(place("ibid-problem", { text: `It was not deleted. ${problem.message}` }));
    }
    await this.refresh();
    this.querySelector("a")?.focus();
    emit(this, "conversation-removed", { id });
  }
}

customElements.define("ibid-conversations", Conversations);
