import * as api from "../modules/api.js";
import { batches, KINDS } from "../modules/batches.js";
import { emit, icon, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { outcome } from "../modules/outcome.js";
import "./ibid-confirm.js";

/**
 * <ibid-intake>: adds articles, by a button or by dropping files, for admins; lists the outcome of each file.
 * Property `over`: the element files may be dropped on. Method `look()`. Events:
 * `collection-changed`; `identified` when another key counts.
 */
export class Intake extends HTMLElement {
  #may = false;
  #rights = "";
  #queue = Promise.resolve();
  #ways = make("p", { class: "ways" });
  #said = make("p", { role: "status" });
  #lines = make("ul", { role: "list" });
  #confirm = make("ibid-confirm");
  #field = make("input", {
    type: "file", multiple: true, accept: KINDS, hidden: true, "aria-label": say("intake.files"),
    change: () => {
      this.#add([...this.#field.files]);
      this.#field.value = "";
    },
  });

  connectedCallback() {
    this.replaceChildren(this.#ways, this.#field, this.#said, this.#lines, this.#confirm);
    for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
      this.over.addEventListener(name, (event) => this.#drag(event));
    }
  }

  /** Shows the controls that this reader may use. */
  async look() {
    const { admin = false, admin_key: key = false } = await api.rights().catch(() => ({}));
    const rights = `${admin} ${key}`;
    if (rights === this.#rights) return;   // a button that stays keeps the focus
    this.#rights = rights;
    this.#may = admin;
    this.#ways.replaceChildren(...this.#offered(admin, key));
  }

  #offered(admin, key) {
    const add = () => button(() => this.#field.click(), icon("new"), say("intake.add"));
    if (admin) return [add(), make("span", {}, say("intake.drop"))];
    return key ? [button(() => this.#identify(), say("intake.identify"))] : [];
  }

  async #identify() {
    const key = await this.#confirm.ask({
      title: say("intake.who"),
      text: say("intake.whoText"),
      action: say("intake.go"),
      secret: say("intake.key"),
    });
    if (!key) return;
    api.keep(key);
    const { admin, status } = await api.index().catch((problem) => problem);
    if (!admin) api.keep("");
    await this.look();
    const no = status === 429 ? "intake.tooMany" : "intake.wrong";
    this.#say(say(admin ? "intake.may" : no));
    emit(this, "identified");
    this.querySelector("button")?.focus();
  }

  #drag(event) {
    if (!this.#may || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    const out = event.type === "drop" || (event.type === "dragleave" && !this.over.contains(event.relatedTarget));
    this.over.toggleAttribute("data-drop", !out);
    if (event.type === "drop") this.#add([...event.dataTransfer.files]);
  }

  /** Uploads one batch after the other, so that the server reads each before the next. */
  #add(files, replace = false) {
    this.#queue = this.#queue.then(() => this.#send(files, replace));
  }

  async #send(files, replace) {
    let added = 0;
    let sent = 0;
    for (const some of batches(files)) {
      this.#say(say(sent ? "intake.addingOf" : "intake.adding", { n: files.length, done: sent }));
      const results = await api.add(some, replace).catch((problem) => problem.files ?? refused(some, problem.message));
      this.#lines.prepend(...results.map((result, at) => this.#line(result, some[at])));
      added += results.filter((result) => result.outcome !== "refused").length;
      sent += some.length;
      emit(this, "collection-changed");
    }
    const n = files.length;
    this.#say(added === n ? say("intake.added", { n }) : say("intake.addedOf", { added, n }));
  }

  #line(result, sent) {
    const line = make("li", { class: result.outcome }, make("b", {}, result.file), " ", outcome(result));
    if (!result.replaceable) return line;
    const replace = button(() => {
      line.remove();
      this.#add([sent], true);
    }, say("intake.replace"));
    replace.setAttribute("aria-label", say("intake.replaceOf", { file: result.file }));
    line.append(replace);
    return line;
  }

  #say(text) {
    this.#said.textContent = text;
  }
}

const button = (click, ...label) => make("button", { type: "button", class: "button", click }, ...label);
const refused = (files, reason) => files.map(({ name: file }) => ({ file, outcome: "refused", reason }));

customElements.define("ibid-intake", Intake);
