import * as api from "../modules/api.js";
import { icon, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { printedPage } from "../modules/words.js";

let asPicture = false;   // the last choice, kept from footnote to footnote

/**
 * <ibid-picture>: shows a page of a PDF as it is printed in place of the article's text, at the page of the quote.
 * Properties `article`, `text` (GET /articles/{id}/text), `at` (an offset in it, or null), and `over` (the element with
 * the text, which is hidden meanwhile).
 */
export class Picture extends HTMLElement {
  #page = 1;
  #last = 1;
  #ways = ["text", "page"].map((way) => make("button", {
    type: "button", class: "quiet", "data-way": way, click: () => this.#choose(way === "page"),
  }));
  #figure = make("figure", { hidden: true });

  connectedCallback() {
    const pages = this.text.blocks.map(pageOf).filter(Boolean);
    this.#last = Math.max(1, ...pages);
    this.#page = pageOf(this.text.blocks.findLast(({ start }) => start <= (this.at ?? 0))) ?? 1;
    this.replaceChildren(
      make("p", { class: "ways", role: "group", "aria-label": say("picture.label") }, this.#ways), this.#figure);
    this.#choose(asPicture);
  }

  #choose(picture) {
    asPicture = picture;
    this.over.hidden = picture;
    this.#figure.hidden = !picture;
    this.#ways[0].textContent = say("picture.text");
    this.#ways[1].textContent = say("picture.page", { number: this.#page });
    this.#ways.forEach((way, at) => way.setAttribute("aria-pressed", String(picture === (at === 1))));
    if (picture) this.#draw();
  }

  #draw() {
    const number = this.#page;
    const waits = make("figcaption", { role: "status" }, say("picture.drawing"));
    const image = make("img", {
      src: api.pictureOf(this.article.id, number), alt: say("picture.alt", { number, title: this.article.title }),
      load: () => waits.replaceChildren(), error: () => [image.remove(), waits.replaceChildren(say("picture.failed"))],
    });
    this.#figure.replaceChildren(waits, image, make("p", { class: "turn" },
      this.#turn("previous", -1), this.#turn("next", 1)));
  }

  #turn(name, by) {
    const to = this.#page + by;
    return make("button", {
      type: "button", class: "quiet", "aria-label": say(`picture.${name}`), title: say(`picture.${name}`),
      disabled: to < 1 || to > this.#last,
      click: () => {
        this.#page = to;
        this.#choose(true);
        this.querySelector(`[aria-label="${say(`picture.${name}`)}"]`).focus();
      },
    }, icon(name));
  }
}

const pageOf = (block) => printedPage(block?.place);

customElements.define("ibid-picture", Picture);
