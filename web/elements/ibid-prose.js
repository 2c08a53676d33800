import { length, slice } from "../modules/codepoints.js";
import { make, place } from "../modules/dom.js";
import { superseded } from "../modules/superseded.js";
import { byline, quotes, support } from "../modules/words.js";
import "./ibid-mark.js";

const ROWS = new Set(["timeline", "overview", "list", "collection"]);   // shapes of which each sentence is an item
const ATTRIBUTION = /^[^“”]+? \d{4}: (?=“)/;   // "Ibid Wire, 15 October 2024: “…”", as the server writes it

/**
 * <ibid-prose>: the sentences of an answer with their footnote marks, under their labels where the answer has rows.
 * Property `answer` (`sentences`, `footnotes`, `shape`).
 * A sentence that has not changed keeps its nodes, so that focus and an open card survive what arrives after it.
 */
export class Prose extends HTMLElement {
  #shown = [];

  set answer({ sentences, footnotes, shape }) {
    this.dataset.shape = shape ?? "prose";
    this.role = ROWS.has(shape) ? "list" : null;
    const wanted = (sentences ?? []).map((sentence, at) => {
      const notes = sentence.footnotes.map((number) => footnotes.find((one) => one.number === number)).filter(Boolean);
      const label = sentence.label === sentences[at - 1]?.label ? null : sentence.label;
      return { sentence, notes, label, shape, key: JSON.stringify([sentence, notes, label, shape]) };
    });
    const kept = wanted.findIndex(({ key }, at) => this.#shown[at]?.key !== key);
    const from = kept < 0 ? wanted.length : kept;

    for (const { node } of this.#shown.slice(from)) node.remove();
    const added = wanted.slice(from).map((one) => ({ key: one.key, node: written(one) }));
    this.append(...added.map(({ node }) => node));
    this.#shown = [...this.#shown.slice(0, from), ...added];
  }
}

function written({ sentence, notes, label, shape }) {
  const title = sentence.support === "full" || !notes.length ? null : support(sentence.support);
  const dated = shape === "timeline" && sentence.date;
  return make("span", {
    class: sentence.label ? "sentence row" : "sentence",
    role: ROWS.has(shape) ? "listitem" : null,
    lang: notes.length && quotes(notes[0]) ? notes[0].article.language : null,
    "data-support": sentence.support,
    "data-role": sentence.role ?? "answer",
    title,
  },
  label ? make(dated ? "time" : "strong", { class: "label", datetime: dated || null }, label) : "",
  make("span", { class: "words" }, words(sentence, notes, dated && notes.length ? told(sentence) : 0)),
  notes.map((footnote) => place("ibid-mark", { footnote })),
  dated && notes.length ? make("small", { class: "told" }, byline(notes[0].article)) : "",
  " ");
}

/** How many characters at the beginning of a sentence say what the line below it says: who wrote it, and when. */
const told = ({ text }) => length(ATTRIBUTION.exec(text)?.[0] ?? "");

/** The sentence with its answering words, or those that do not hold or that nothing supports, marked. */
function words(sentence, notes, from) {
  const { text } = sentence;
  const marks = marked(sentence, notes).filter(({ start }) => start >= from);
  const ends = [from, ...marks.map(({ end }) => end)];
  return [...marks.flatMap(({ start, end, tag, name, reason }, at) => [
    slice(text, ends[at], start),
    make(tag, { class: name }, slice(text, start, end)),
    reason ? make("small", { class: "reason" }, ` (${reason})`) : "",
  ]), slice(text, ends.at(-1))];
}

/** What is superseded comes first: other marks of the same words are left out. */
function marked({ text, support: label, answer }, notes) {
  const doubts = notes.find(({ support: { label: own } }) => own === label)?.support.unsupported ?? [];
  const places = notes.length ? superseded(text, notes[0]) : [];
  const old = places.map((place) => ({ ...place, tag: "s", name: "superseded" }));
  const marks = doubts.map((place) => ({ ...place, tag: "span", name: "unsupported" }));
  if (answer && !doubts.length) marks.push({ ...answer, tag: "mark", name: "answering" });
  const apart = marks.filter(({ start, end }) => !old.some((one) => one.start < end && start < one.end));
  return [...old, ...apart].sort((one, other) => one.start - other.start);
}

customElements.define("ibid-prose", Prose);
