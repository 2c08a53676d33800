import * as api from "../modules/api.js";
import { batches } from "../modules/batches.js";
import { emit, icon, make } from "../modules/dom.js";
import { outcome } from "../modules/outcome.js";
import { count } from "../modules/words.js";
import "./ibid-confirm.js";

const KINDS = ".md,.markdown,.txt,.text,.html,.htm,.xhtml,.pdf,.docx,.epub,.odt,.rtf,.eml,.mhtml,.mht";

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
    type: "file", multiple: true, accept: KINDS, hidden: true, "aria-label": "Files to add",
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
    if (admin) return [button(() => this.#field.click(), icon("new"), "Add articles"), make("span", {}, DROP)];
    return key ? [button(() => this.#identify(), "Add or remove articles")] : [];
  }

  async #identify() {
    const key = await this.#confirm.ask({
      title: "Who may add articles?",
      text: "Whoever set up this server has its admin key, or gives you one. It is kept until this tab is closed.",
      action: "Go on",
      secret: "Key",
    });
    if (!key) return;
    api.keep(key);
    const { admin, status } = await api.index().catch((problem) => problem);
    if (!admin) api.keep("");
    await this.look();
    const no = status === 429 ? "Too many wrong keys. Try again in a minute." : "That key may not add articles.";
    this.#say(admin ? "You may add and remove articles now." : no);
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
      this.#say(`Adding ${count(files.length, "file")}${sent ? `; ${sent} done` : ""}…`);
      const results = await api.add(some, replace).catch((problem) => problem.files ?? refused(some, problem.message));
      this.#lines.prepend(...results.map((result, at) => this.#line(result, some[at])));
      added += results.filter((result) => result.outcome !== "refused").length;
      sent += some.length;
      emit(this, "collection-changed");
    }
    const all = count(files.length, "file");
    this.#say(added === files.length ? `${all} added.` : `${added} of ${all} added.`);
  }

  #line(result, sent) {
    const line = make("li", { class: result.outcome }, make("b", {}, result.file), " ", outcome(result));
    if (!result.replaceable) return line;
    const replace = button(() => {
      line.remove();
      this.#add([sent], true);
    }, "Replace it");
    replace.setAttribute("aria-label", `Replace ${result.file}`);
    line.append(replace);
    return line;
  }

  #say(text) {
    this.#said.textContent = text;
  }
}

const DROP = "or drop files here: Markdown, text, HTML, PDF, Word, EPUB, ODT, RTF, mail, MHTML";
const button = (click, ...label) => make("button", { type: "button", class: "button", click }, ...label);
const refused = (files, reason) => files.map(({ name: file }) => ({ file, outcome: "refused", reason }));

customElements.define("ibid-intake", Intake);
