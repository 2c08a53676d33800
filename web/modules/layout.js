import { emit } from "./dom.js";
import { browser } from "./storage.js";

const KEY = "ibid.conversations";
const wide = matchMedia("(width >= 75rem)");    // the conversations are beside the chat, not over it
const roomy = matchMedia("(width >= 64rem)");   // the evidence is always beside the chat
const sheet = matchMedia("(width < 50rem)");    // an article covers the chat; the widths as in page.css

/**
 * The layout: the conversations (a column, or a drawer over the chat) and the panel (a column that stays, a column that
 * opens, or a sheet). `rests` is called when the width alone opens or closes the panel.
 */
export class Layout {
  drawer = false;   // whether the conversations are over the chat
  opener = null;    // the element that opened the panel
  #page;
  #bar;
  #nav;
  #main;
  #aside;
  #divider;
  #opened = false;   // by the reader, not by the width
  #evidence = false;

  constructor(page, bar, rests) {
    this.#page = page;
    this.#divider = page.querySelector("ibid-divider");
    this.#bar = bar;
    [this.#nav, this.#main, this.#aside] = ["nav", "main", "aside"].map((name) => page.querySelector(name));
    for (const query of [wide, sheet]) query.addEventListener("change", () => this.#arrange());
    roomy.addEventListener("change", rests);
    page.addEventListener("click", ({ target }) => target === page && this.#leave());   // the veil
    this.#arrange();
  }

  /** Whether the reader opened the panel. */
  get panel() {
    return this.#opened;
  }

  /** Whether the panel shows the evidence by itself. */
  get rests() {
    return this.#evidence && !this.#opened;
  }

  /** There is evidence, or none. */
  set evidence(evidence) {
    this.#evidence = evidence && roomy.matches;
    this.#open();
  }

  /** Opens or closes the panel. The element that opened it keeps its scroll position and gets the focus back. */
  show(panel) {
    const opens = panel && !this.panel;
    const closes = this.panel && !panel;
    if (opens) this.opener ??= document.activeElement;
    const top = this.opener?.getBoundingClientRect().top;
    this.#opened = panel;
    this.#open();
    this.drawer = false;
    this.#arrange();
    if (!opens && !closes) return;
    this.#main.scrollBy({ top: this.opener.getBoundingClientRect().top - top, behavior: "instant" });
    if (closes) this.#giveBack();
  }

  #open() {
    this.#aside.hidden = this.#divider.hidden = !this.#opened && !this.#evidence;
  }

  /** Closes what lies over the rest. */
  #leave() {
    if (this.drawer) this.toggle();
    else if (sheet.matches && this.panel) emit(this.#page, "close-panel");
  }

  #giveBack() {
    const { opener } = this;
    this.opener = null;
    const lost = !opener.isConnected || opener === document.body;
    (lost ? this.#main.querySelector("#question") : opener).focus({ preventScroll: true });
  }

  toggle() {
    if (wide.matches) browser.set(KEY, this.#nav.hidden ? "open" : "closed");
    else this.drawer = !this.drawer;
    this.#arrange();
    const first = this.drawer && this.#nav.querySelector("a, button");
    (first || this.#bar.querySelector("button")).focus();
  }

  /** Makes covered parts inert, so that they get neither clicks nor focus. */
  #arrange() {
    if (wide.matches) this.drawer = false;
    const covered = sheet.matches && this.panel;
    this.#nav.hidden = wide.matches ? browser.get(KEY) === "closed" : !this.drawer;
    this.#main.inert = this.drawer || covered;
    this.#aside.inert = this.drawer;
    this.#nav.inert = this.#bar.inert = covered;
    this.#bar.open = !this.#nav.hidden;
    this.#page.toggleAttribute("data-drawer", this.drawer);
  }
}
