import "../elements/ibid-evidence.js";
import "../elements/ibid-footnotes.js";
import "../elements/ibid-pager.js";
import "../elements/ibid-short.js";
import { place } from "../modules/dom.js";
import { richText } from "../modules/rich-text.js";
import { asked, failed, received } from "../modules/turn.js";
import { equal, holds, staged, test } from "./harness.js";
import { answer, footnote, hostile } from "./samples.js";

const after = (...events) =>
  events.reduce((turn, [name, data]) => received(turn, { name, data }), asked("What of the pact?"));
const created = ["answer.created", { id: "a1", conversation_id: "c1" }];

test("footnotes: they stand under their articles, whose titles are whole", () => {
  const other = { ...footnote(2), article: { ...footnote().article, id: "other", title: "Another one" } };
  const list = staged(place("ibid-footnotes", { answer: answer({ footnotes: [footnote(1), other, footnote(3)] }) }));
  const words = (one, selector) => [...one.querySelectorAll(selector)].map(({ textContent }) => textContent);
  const numbers = [...list.querySelectorAll("ul > li")].map((one) => words(one, "cite, .number"));
  equal(numbers, [["The Pact", "1", "3"], ["Another one", "2"]]);
});

test("footnotes: the printed page is told, the line of a file is not", () => {
  const notes = [{ ...footnote(1), place: "page 12" }, { ...footnote(2), place: "line 3" }, footnote(3)];
  const list = staged(place("ibid-footnotes", { answer: answer({ footnotes: notes }) }));
  equal([...list.querySelectorAll("ol a")].map((link) => link.querySelector("small")?.textContent ?? null),
    ["Page 12", null, null]);
});

test("footnotes: articles that are copies of one are counted as one source", () => {
  const heading = (sources) =>
    staged(place("ibid-footnotes", { answer: answer({ sources }) })).querySelector("h3").textContent;
  equal(heading({ articles: 2, independent: 1 }), "Sources · 2 articles, 1 independent source");
  equal(heading({ articles: 2, independent: 2 }), "Sources");
});

test("pager: it leads to the footnotes before and behind, and ends where they end", () => {
  const [one, two] = [footnote(1), footnote(2)];
  const opened = [];
  const pager = staged(place("ibid-pager", { place: { footnote: one, footnotes: [one, two] } }));
  pager.addEventListener("open-footnote", ({ detail }) => opened.push(detail.footnote.number));
  for (const step of pager.querySelectorAll("[data-step]")) step.click();
  equal(opened, [2]);
  equal(pager.querySelector("[aria-current]").textContent, "1");
});

test("evidence: the passages are shown as cards while the answer is made", () => {
  const passages = [{ passage_id: "pact#1", article: footnote().article, excerpt: "He said:", start: 0, end: 8 }];
  const turn = after(created, ["passages", { query: "q", passages }]);
  const evidence = staged(place("ibid-evidence", { turn }));
  equal([evidence.querySelector("h2").textContent, evidence.querySelector("a").textContent],
    ["Passages found, being read", "The PactIbid Asia Desk, 12 October 2024He said:"]);
});

test("evidence: after a failure it does not say that it is searching", () => {
  const turn = after(created);
  const evidence = staged(place("ibid-evidence", { turn }));
  equal(evidence.querySelector("h2").textContent, "Searching the articles…");
  evidence.turn = failed(turn, { message: "It broke." });
  equal(evidence.querySelector("h2").textContent, "There is no evidence for an answer.");
});

test("short: a value that was taken back is struck, with the notice", () => {
  const by = { article: "notice", published: "2024-10-15", note: "The right figure is about 700." };
  const short = { text: "700 staff", footnotes: [1], as_of: null, independent_sources: 1,
    corrected: { withdrawn: "7,000", by } };
  const shown = staged(place("ibid-short", { answer: answer({ short }) }));
  equal(shown.querySelector(".corrected").textContent,
    "Corrected 15 October 2024 7,000 The right figure is about 700.");
  equal([shown.querySelector("s").textContent, shown.querySelector(".corrected a").hash], ["7,000", "#/a/notice"]);
});

test("copying: the footnotes of the copied HTML lead to the quoted words, and hostile words stay words", () => {
  const html = richText(answer({ question: hostile, text: "The pact is dead. [1]" }));
  holds(html.includes(`<sup><a href="${location.origin}/#/a/pact/9-26"`), "the link to the words");
  holds(html.includes("<a href=\"https://example.org/pact\""), "the link to the article");
  holds(html.includes("&lt;img") && !html.includes("<img"), "hostile words");
});
