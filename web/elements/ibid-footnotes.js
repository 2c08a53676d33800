import { slice } from "../modules/codepoints.js";
import { emit, icon, make, plain } from "../modules/dom.js";
import { toArticle } from "../modules/route.js";
import { correction, superseded } from "../modules/superseded.js";
import { count, date, support } from "../modules/words.js";

/**
 * <ibid-footnotes>: the numbered list under an answer. A quote that is in the answer word for word is not
 * repeated. Property `answer`. Event: `open-footnote`.
 */
export class Footnotes extends HTMLElement {
  set answer({ sentences, footnotes, sources }) {
    if (!footnotes.length) return this.replaceChildren();
    const said = new Set(sentences.map(({ text }) => text));
    const first = new Set(sentences.map(({ footnotes: [number] }) => number));
    this.replaceChildren(
      make("h3", { class: "label" }, "Footnotes", counted(sources)),
      make("ol", { role: "list" }, footnotes.map((one) => this.#item(one, said, !first.has(one.number)))));
  }

  #item(footnote, said, also) {
    const { number, article, quote, support: { label } } = footnote;
    const from = [article.publisher, date(article.published)].filter(Boolean).join(", ");
    return make("li", {},
      make("a", { href: toArticle(article.id, quote), click: (event) => this.#open(event, footnote) },
        make("span", { class: "number" }, String(number)),
        make("span", { class: "from" }, also ? "Also in " : "", from),
        make("cite", { title: article.title }, article.title)),
      make("p", { class: "support", "data-support": label },
        icon(label === "full" ? "agree" : "doubt"), make("span", {}, support(label))),
      said.has(quote.exact) ? "" : make("blockquote", {}, quoted(footnote)),
      article.corrected_by ? make("p", { class: "corrected" }, correction(article)) : "");
  }

  #open(event, footnote) {
    if (!plain(event)) return;
    event.preventDefault();
    emit(this, "open-footnote", { footnote, opener: event.currentTarget });
  }
}

/** The quote with what does not hold any more struck through. */
function quoted(footnote) {
  const { exact } = footnote.quote;
  const old = superseded(exact, footnote);
  const ends = [0, ...old.map(({ end }) => end)];
  return [...old.flatMap(({ start, end, reason }, at) => [
    slice(exact, ends[at], start), make("s", { title: reason }, slice(exact, start, end)),
  ]), slice(exact, ends.at(-1))];
}

/** A notice that some articles are copies and count as one source. */
function counted(sources) {
  if (!sources || sources.articles === sources.independent) return "";
  return ` · ${count(sources.articles, "article")}, ${count(sources.independent, "independent source")}`;
}

customElements.define("ibid-footnotes", Footnotes);
