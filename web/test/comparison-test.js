import "../elements/ibid-turn.js";
import { place } from "../modules/dom.js";
import { stored } from "../modules/turn.js";
import { equal, staged, test } from "./harness.js";
import { answer, sentence } from "./samples.js";

const compared = (more) => staged(place("ibid-turn", { turn: stored(answer({
  shape: "comparison",
  sentences: [sentence("Norland says no.", [1], "full", { label: "Norland" })],
  sides: [{ name: "Norland", sentences: [0] }, { name: "Sudria", sentences: [] }],
  ...more,
})) }));
const texts = (nodes) => [...nodes].map(({ textContent }) => textContent.trim());

test("comparison: a row for each side, with the marks of its sentences, and the sentences stand nowhere else", () => {
  const view = compared({ missing: null });
  equal(texts(view.querySelectorAll("tbody th")), ["Norland", "Sudria"]);
  equal(texts(view.querySelectorAll("td .words")), ["Norland says no."]);
  equal(view.querySelectorAll(".words").length, 1);
  equal(texts(view.querySelectorAll("td ibid-mark")), ["1"]);
  equal(view.querySelector("td:not(:has(ibid-prose))").textContent, "Nothing found in the articles");
});

test("comparison: what is missing is told once, in the one row that it belongs to", () => {
  const view = compared({ missing: "I found nothing that Sudria says about tolls." });
  equal(view.querySelectorAll(".missing").length, 0);
  equal(view.querySelector("td:not(:has(ibid-prose))").textContent, "I found nothing that Sudria says about tolls.");
});

test("comparison: with several empty rows what is missing stays below", () => {
  const sides = ["Norland", "Sudria", "Ostland"].map((name, at) => ({ name, sentences: at ? [] : [0] }));
  const view = compared({ sides, missing: "I found nothing more." });
  equal(view.querySelector(".missing").textContent, "I found nothing more.");
});
