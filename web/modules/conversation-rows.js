import * as api from "./api.js";
import { finish, leave, stay } from "./deletions.js";
import { emit, icon, make, place } from "./dom.js";
import { say } from "./language.js";
import { nameField } from "./name-field.js";
import { format, go } from "./route.js";
import { when } from "./words.js";

/** The rows of a list of conversations, and what its reader does with them: rename, pin, delete. */
export class ConversationRows {
  #list;

  /** @param list <ibid-conversations>, which is refreshed when a conversation has changed */
  constructor(list) {
    this.#list = list;
  }

  row({ id, title, updated, pinned }) {
    const link = make("a", { href: format({ conversation: id }), "data-id": id },
      make("span", { class: "title" }, title), make("time", { datetime: updated }, when(updated)));
    const tool = (what, name, click, more = {}) => make("button", {
      type: "button", class: "quiet", "aria-label": say(`talks.${what}Of`, { title }), title: say(`talks.${what}`),
      click, "data-tool": name, ...more }, icon(name));
    const pin = () => this.#change(id, { pinned: !pinned }, () => this.#renew(id, "pin"));
    const row = make("li", {}, link, make("span", { class: "tools" },
      tool("rename", "edit", () => this.#rename(row, id, title)),
      tool("delete", "remove", () => this.#remove(id, title)),
      tool("pin", "pin", pin, { "aria-pressed": String(!!pinned) })));
    return row;
  }

  #rename(row, id, title) {
    const held = [...row.childNodes];
    const back = () => [row.replaceChildren(...held), this.#renew(id, "edit")];
    row.replaceChildren(nameField(title, { leave: back, save: (given) => this.#change(id, { title: given }, back) }));
  }

  /** A field that is not saved stays, with what was typed. */
  #change(id, change, done) {
    return api.changeConversation(id, change).then(done, (problem) => this.#fail("talks.notChanged", problem));
  }

  #fail(key, { message: problem }) {
    this.#list.querySelector("ibid-problem")?.remove();
    this.#list.querySelector(".label").after(place("ibid-problem", { text: say(key, { problem }) }));
  }

  async #renew(id, tool) {
    await this.#list.refresh();
    this.#list.querySelector(`[data-id="${CSS.escape(id)}"] + .tools [data-tool=${tool}]`)?.focus();
  }

  #remove(id, title) {
    const open = id === this.#list.current;
    leave(id);
    this.#list.refresh();
    emit(this.#list, "conversation-removed", { id });
    const undo = async () => {
      stay(id);
      if (open) go(format({ conversation: id }));
      await this.#renew(id, "remove");
    };
    emit(this.#list, "undoable", { text: say("talks.deleted", { title }), undo, done: () => this.#erase(id) });
  }

  async #erase(id) {
    const problem = await finish(id);
    if (problem) await this.#list.refresh().then(() => this.#fail("talks.notDeleted", problem));
  }
}
