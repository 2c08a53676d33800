import "../elements/ibid-evidence.js";
import "../elements/ibid-footnotes.js";
import "../elements/ibid-pager.js";
import { place } from "../modules/dom.js";
import { asked, received } from "../modules/turn.js";
import { equal, staged, test } from "./harness.js";
import { answer, footnote } from "./samples.js";

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
