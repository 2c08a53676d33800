import { dropped, heldBack, named } from "../modules/article-notices.js";
import { emit, make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { illustrate } from "../modules/pictures.js";
import { notesBeside, pieces } from "../modules/pieces.js";
import { cells, tabled } from "../modules/tables.js";
import { printedPage } from "../modules/words.js";
import "./ibid-notes.js";

const TAGS = { heading: "h3", paragraph: "p", item: "li", quote: "blockquote", row: "tr", caption: "p" };
const BULLET = /^([•‣◦*–—-]|\d+[.)])\s/;   // the text of the item has a bullet already

/**
 * <ibid-article>: the text of an article with highlighted words, and its own notes in place and at the end.
 * Properties `text` (GET /articles/{id}/text), `highlight` ({start, end}, or null), and `others`: the ranges of the
 * answer's other footnotes in it, each {start, end, footnote}; `pictures` are those in its file.
 * Event: `open-footnote` (`footnote`, `opener`).
 */
export class Article extends HTMLElement {
  connectedCallback() {
    const { notes = [], removed = [], held_back: held = [] } = this.text;
    const beside = notesBeside(this.text, this.highlight);
    const noteMark = noteMarks(notes, beside);
    const cut = pieces(this.text, this.highlight, this.others ?? []);
    const blocks = paged(cut).map((block) => drawn(block, noteMark, (range) => this.#pale(range)));
    const notices = [named(this.text), dropped(removed), heldBack(held)];
    this.replaceChildren(...joined(blocks), place("ibid-notes", { notes, beside }), ...notices);
    illustrate(blocks, this.text.blocks, this.pictures ?? []);
    this.addEventListener("click", (event) => this.#jump(event.target.closest("[data-to]")));
  }

  /** The first of the highlighted words, if any. */
  get marked() {
    return this.querySelector("mark:not(.pale)");
  }

  /** Starts the words of another footnote of the answer: it opens that footnote. */
  #pale({ footnote }) {
    const open = ({ currentTarget }) => emit(this, "open-footnote", { footnote, opener: currentTarget });
    return (text) => make("mark", { class: "pale", "data-footnote": footnote.number, click: open }, text);
  }

  #jump(button) {
    const target = button && this.querySelector(`#${button.dataset.to}`);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "center" });
  }
}

/** Renders the marks of notes; the note links back to its first mark. */
function noteMarks(notes, beside) {
  const seen = new Set();
  return (at) => {
    const id = seen.has(at) ? null : `note-mark-${at}`;
    seen.add(at);
    const label = say("notes.own", { label: notes[at].label });
    return make("sup", { class: beside.has(at) ? "beside" : null },
      make("button", { type: "button", id, "data-to": `note-${at}`, "aria-label": label }, notes[at].label));
  };
}

/** Blocks with the number of a page that begins there, if the file has pages. */
function paged(blocks) {
  const page = ({ place: where }) => printedPage(where);
  return blocks.map((block, at) => {
    const same = at > 0 && page(blocks[at - 1]) === page(block);
    return { ...block, page: same ? null : page(block) };
  });
}

function drawn({ kind, place: where, page, pieces: parts }, noteMark, pale) {
  const inked = (some) => some.map((part) => {
    if ("note" in part) return noteMark(part.note);
    if (part.beside) return pale(part.beside)(part.text);
    return part.marked ? make("mark", { tabindex: "-1" }, part.text) : part.text;
  });
  const nodes = kind === "row" ? cells(parts).map((some) => make("td", {}, inked(some))) : inked(parts);
  const own = kind === "item" && BULLET.test(parts.find(({ text }) => text)?.text ?? "");
  return make(TAGS[kind] ?? "p", {
    class: own ? "own" : kind === "caption" ? kind : null,
    title: where ? say("article.place", { place: where }) : null,
    "data-page": page && say("picture.page", { number: page }),
  }, nodes);
}

const JOINED = { LI: (items) => make("ul", {}, items), TR: tabled };

/** Joins consecutive items to one list, and rows to one table. */
function joined(blocks) {
  const groups = [];
  for (const block of blocks) {
    const together = JOINED[block.tagName] && groups.at(-1)?.[0].tagName === block.tagName;
    if (together) groups.at(-1).push(block);
    else groups.push([block]);
  }
  return groups.map((group) => JOINED[group[0].tagName]?.(group) ?? group[0]);
}

customElements.define("ibid-article", Article);
