import * as api from "../modules/api.js";
import { finish, finishAll, isLeaving, leave, stay } from "../modules/deletions.js";
import { emit, icon, make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { nameField } from "../modules/name-field.js";
import { format, go } from "../modules/route.js";
import { day } from "../modules/words.js";
import "./ibid-problem.js";

const MANY = 6;   // conversations; fewer are found without a search

/**
 * <ibid-conversations>: earlier conversations, pinned ones first, then the newest. Property `current` (an id, or null).
 * Method `refresh()`. Events: `conversation-removed` (`id`), `undoable`.
 */
export class Conversations extends HTMLElement {
  #current = null;
  #body = make("div");
  #filter = make("input", {
    type: "search", placeholder: say("talks.find"), "aria-label": say("talks.find"), hidden: true,
    input: () => this.#choose(),
  });

  connectedCallback() {
    this.replaceChildren(make("h2", { class: "label" }, say("page.conversations")), this.#filter, this.#body);
    this.addEventListener("retry", () => this.refresh());
    finishAll().then(() => this.refresh());
  }

  set current(id) {
    this.#current = id;
    this.querySelectorAll("a").forEach((link) => this.#point(link));
  }

  async refresh() {
    const content = await api.conversations().then(
      (list) => this.#list(list.filter(({ id }) => !isLeaving(id))),
      ({ message: text }) => place("ibid-problem", { text, action: say("again") }));
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
    if (!list.length) return make("p", { class: "none" }, say("talks.none"));
    return make("ul", { role: "list" }, list.map((one) => this.#item(one)));
  }

  #item({ id, title, updated, pinned }) {
    const link = make("a", { href: format({ conversation: id }), "data-id": id },
      make("span", { class: "title" }, title), make("time", { datetime: updated }, day(updated)));
    this.#point(link);
    const tool = (what, name, click, more = {}) => make("button", {
      type: "button", class: "quiet", "aria-label": say(`talks.${what}Of`, { title }), title: say(`talks.${what}`),
      click, "data-tool": name, ...more }, icon(name));
    const pin = () => this.#change(id, { pinned: !pinned }, () => this.#renew(id, "pin"));
    const item = make("li", {}, link, make("span", { class: "tools" },
      tool("rename", "edit", () => this.#rename(item, id, title)),
      tool("delete", "remove", () => this.#remove(id, title)),
      tool("pin", "pin", pin, { "aria-pressed": String(!!pinned) })));
    return item;
  }

  #rename(item, id, title) {
    const held = [...item.childNodes];
    const back = () => [item.replaceChildren(...held), this.#renew(id, "edit")];
    item.replaceChildren(nameField(title, { leave: back, save: (given) => this.#change(id, { title: given }, back) }));
  }

  /** A field that is not saved stays, with what was typed. */
  #change(id, change, done) {
    return api.changeConversation(id, change).then(done, (problem) => this.#fail("talks.notChanged", problem));
  }

  #fail(key, { message: problem }) {
    this.#body.querySelector("ibid-problem")?.remove();
    this.#body.prepend(place("ibid-problem", { text: say(key, { problem }) }));
  }

  async #renew(id, tool) {
    await this.refresh();
    this.querySelector(`[data-id="${CSS.escape(id)}"] + .tools [data-tool=${tool}]`)?.focus();
  }

  #point(link) {
    if (link.dataset.id === this.#current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }

  #remove(id, title) {
    const open = id === this.#current;
    leave(id);
    this.refresh();
    emit(this, "conversation-removed", { id });
    const undo = async () => {
      stay(id);
      if (open) go(format({ conversation: id }));
      await this.#renew(id, "remove");
    };
    emit(this, "undoable", { text: say("talks.deleted", { title }), undo, done: () => this.#erase(id) });
  }

  async #erase(id) {
    const problem = await finish(id);
    if (problem) await this.refresh().then(() => this.#fail("talks.notDeleted", problem));
  }
}

customElements.define("ibid-conversations", Conversations);
