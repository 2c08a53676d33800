import { slice } from "../modules/codepoints.js";
import { cited, emit, icon, make, plain } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { toArticle } from "../modules/route.js";
import { correction, superseded } from "../modules/superseded.js";
import { byline, ground, printedPage, standing, stands, verdict } from "../modules/words.js";

/**
 * <ibid-footnotes>: the sources under an answer, article by article, each with its footnotes. Properties `answer`,
 * `recheck` (of that answer, by today's articles). Event: `open-footnote`.
 */
export class Footnotes extends HTMLElement {
  set answer({ footnotes, sources }) {
    if (!footnotes.length) return this.replaceChildren();
    this.replaceChildren(
      make("h3", { class: "label" }, say("footnotes"), counted(sources)),
      make("ul", { role: "list" }, byArticle(footnotes).map((notes) => this.#source(notes))));
  }

  set recheck(found) {
    for (const old of this.querySelectorAll(".standing")) old.remove();
    this.querySelector("h3")?.after(make("p", { class: "standing" }, standing(found)));
    for (const note of found.footnotes) {
      this.querySelector(`li[value="${note.number}"]`)?.append(
        make("p", { class: "standing", "data-state": note.state }, icon(note.state === "holds" ? "agree" : "doubt"),
          make("span", {}, stands(note))));
    }
  }

  #source(notes) {
    const [{ article }] = notes;
    return make("li", {},
      make("p", {}, cited(article), " ", make("span", { class: "from" }, byline(article))),
      article.corrected_by ? make("p", { class: "corrected" }, correction(article)) : "",
      make("ol", { role: "list" },
        notes.map((footnote) => make("li", { value: footnote.number }, this.#note(footnote)))));
  }

  #note(footnote) {
    const { number, article, quote, support } = footnote;
    const page = printedPage(footnote.place);
    const doubt = support.label === "full" ? "" : make("span", { class: "doubt" }, verdict(support));
    return [
      make("a", {
        href: toArticle(article.id, quote), title: ground(footnote), click: (event) => this.#open(event, footnote),
      },
      make("span", { class: "number" }, String(number)),
      make("q", { lang: article.language ?? null }, quoted(footnote)),
      page ? make("small", {}, say("picture.page", { number: page })) : ""),
      doubt,
    ];
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

/** The footnotes of each article together, in the order of their first use. */
function byArticle(footnotes) {
  const groups = new Map();
  for (const one of footnotes) groups.set(one.article.id, [...groups.get(one.article.id) ?? [], one]);
  return [...groups.values()];
}

/** A notice that some articles are copies and count as one source. */
function counted(sources) {
  if (!sources || sources.articles === sources.independent) return "";
  const { articles, independent } = sources;
  return ` · ${[say("n.articles", { n: articles }), say("n.independent", { n: independent })].join(say("comma"))}`;
}

customElements.define("ibid-footnotes", Footnotes);
