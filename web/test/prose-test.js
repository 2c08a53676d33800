import "../elements/ibid-prose.js";
import { place } from "../modules/dom.js";
import { equal, staged, test } from "./harness.js";
import { footnote, sentence } from "./samples.js";

const prose = (sentences, shape) =>
  staged(place("ibid-prose", { answer: { sentences, footnotes: [footnote()], shape } }));

test("prose: rows are under their labels, each label once", () => {
  const row = (text, label) => sentence(text, [1], "full", { label });
  const rows = [row("He proposed it.", "May 2024"), row("It was printed.", "May 2024"), row("He left.", "June 2025")];
  const shown = prose(rows, "timeline");
  equal([...shown.querySelectorAll(".row .label")].map((label) => label.textContent), ["May 2024", "June 2025"]);
  equal(shown.querySelectorAll(".row").length, 3);
});

test("prose: the answering words are marked, counted in code points", () => {
  const shown = prose([sentence("😀 It has 700 staff.", [1], "full", { answer: { start: 9, end: 12 } })]);
  equal(shown.querySelector("mark.answering").textContent, "700");
  equal(shown.querySelector(".words").textContent, "😀 It has 700 staff.");
});

test("prose: only the words that no footnote supports are underlined, counted in code points", () => {
  const doubted = footnote(1, "partial");
  doubted.support.unsupported = [{ start: 9, end: 14 }];
  const sentences = [sentence("😀 It has 7,000 staff.", [1], "partial")];
  const shown = staged(place("ibid-prose", { answer: { sentences, footnotes: [doubted] } }));
  equal([...shown.querySelectorAll(".unsupported")].map((words) => words.textContent), ["7,000"]);
  equal(shown.querySelector(".words").textContent, "😀 It has 7,000 staff.");
});

test("prose: a timeline tells the day meant and, apart from the words, who told it when", () => {
  const text = "Ibid Wire, 15 October 2024: “It met in May.”";
  const shown = prose([sentence(text, [1], "full", { label: "May 2007", date: "2007-05-01" })], "timeline");
  equal([shown.querySelector("time").dateTime, shown.querySelector("time").textContent], ["2007-05-01", "May 2007"]);
  equal([shown.querySelector(".words").textContent, shown.querySelector(".told").textContent],
    ["“It met in May.”", "Ibid Asia Desk, 12 October 2024"]);
  equal([shown.role, shown.firstElementChild.role], ["list", "listitem"]);
});
