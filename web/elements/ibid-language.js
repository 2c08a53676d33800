import { icon, make } from "../modules/dom.js";
import { say } from "../modules/language.js";

/** The languages of the page, each by its own name; of each there is a file in `languages`. */
export const LANGUAGES = {
  en: "English", de: "Deutsch", fr: "Français", es: "Español", tr: "Türkçe", ru: "Русский", zh: "中文",
};

const YEAR = 31_536_000;   // s

/**
 * <ibid-language>: chooses the language of the page. The server sends the page in that of the cookie, or in that
 * of the browser, so that only one language is ever sent.
 */
export class Language extends HTMLElement {
  connectedCallback() {
    const here = document.documentElement.lang;
    const choose = ({ target }) => this.#choose(target.value);
    this.replaceChildren(icon("language"), make("select", { "aria-label": say("language"), change: choose },
      Object.entries(LANGUAGES).map(([code, name]) =>
        make("option", { value: code, lang: code, selected: code === here }, name))));
  }

  #choose(code) {
    document.cookie = `ibid_language=${code}; path=/; max-age=${YEAR}; SameSite=Lax`;
    location.reload();
  }
}

customElements.define("ibid-language", Language);
