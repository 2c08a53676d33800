import * as api from "../modules/api.js";
import { batches, KINDS } from "../modules/batches.js";
import { emit, icon, make } from "../modules/dom.js";
import { takeFiles } from "../modules/drop.js";
import { say } from "../modules/language.js";
import { lineOf, settle } from "../modules/intake-lines.js";
import { format, go, here } from "../modules/route.js";
import "./ibid-confirm.js";

/**
 * <ibid-intake>: adds articles, by a button or by dropping files into the window, for admins; lists the outcome of each
 * file. Methods `look()`, `settle()`. Events: `collection-changed`; `identified` when another key counts.
 */
export class Intake extends HTMLElement {
  #may = false;
  #rights = "";
  #queue = Promise.resolve();
  #deaf;   // ends the taking of files that are dropped
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
    this.#deaf = takeFiles(() => this.look(), (files) => this.#dropped(files));
  }

  disconnectedCallback() {
    this.#deaf();
  }

  /** Shows the controls that this reader may use. */
  async look() {
    const { admin, admin_key: key = false, takes_files: takes } = await api.rights().catch(() => ({}));
    const rights = `${admin && takes} ${key}`;
    if (rights === this.#rights) return;   // a button that stays keeps the focus
    this.#rights = rights;
    this.#may = admin && takes;
    this.#ways.replaceChildren(...this.#offered(this.#may, key));
  }

  #offered(may, key) {
    const add = () => button(() => this.#field.click(), icon("new"), say("intake.add"));
    if (may) return [add(), make("span", {}, say("intake.drop"))];
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

  async #dropped(files) {
    await this.look();
    go(format({ conversation: here().conversation, articles: true }));
    if (this.#may) this.#add(files);
    else this.#say(say("intake.whoText"));
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
    return lineOf(result, (line) => {
      line.remove();
      this.#add([sent], true);
    });
  }

  settle() {
    return settle([...this.#lines.children]);
  }

  #say(text) {
    this.#said.textContent = text;
  }
}

const button = (click, ...label) => make("button", { type: "button", class: "button", click }, ...label);
const refused = (files, reason) => files.map(({ name: file }) => ({ file, outcome: "refused", reason }));

customElements.define("ibid-intake", Intake);
