import { icon, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { browser } from "../modules/storage.js";

const KEY = "ibid.theme";
const THEMES = ["system", "light", "dark"];

// Runs before the element exists, so that the first paint has the chosen colours.
let theme = THEMES.includes(browser.get(KEY)) ? browser.get(KEY) : THEMES[0];
document.documentElement.dataset.theme = theme;

/** <ibid-theme>: the button that cycles through system, light and dark colours. */
export class Theme extends HTMLElement {
  #button = make("button", { type: "button", class: "quiet", click: () => this.#next() });

  connectedCallback() {
    this.replaceChildren(this.#button);
    this.#show();
  }

  #next() {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    browser.set(KEY, theme);
    document.documentElement.dataset.theme = theme;
    this.#show();
  }

  #show() {
    this.#button.replaceChildren(icon(theme));
    this.#button.setAttribute("aria-label", say(`theme.${theme}`));
    this.#button.title = say(`theme.${theme}`);
  }
}

customElements.define("ibid-theme", Theme);
