import "../elements/ibid-disagreements.js";
import { place } from "../modules/dom.js";
import { equal, staged, test } from "./harness.js";
import { footnote } from "./samples.js";

const shown = (...disagreements) =>
  staged(place("ibid-disagreements", { answer: { disagreements, footnotes: [footnote(1), footnote(2)] } }));

test("disagreements: each answer is a row with who gives it and where", () => {
  const values = [
    { value: "900", footnotes: [1], newest: "2025-03-04", speaker: "the port authority", withdrawn: false },
    { value: "1,400", footnotes: [2], newest: "2025-03-05", speaker: null, withdrawn: true },
  ];
  const table = shown({ about: "the number, “900” or “1,400”", footnotes: [1, 2], values }).querySelector("table");
  equal(table.caption.textContent, "The articles disagree about the number:");
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent));
  equal(rows.map(([value, speaker]) => [value, speaker]), [["900", "the port authority"], ["1,400 (withdrawn)", ""]]);
  equal(table.querySelectorAll("ibid-mark").length, 2);
});

test("disagreements: without rows, as earlier answers are stored, the footnotes are set against each other", () => {
  equal(shown({ about: "its age", footnotes: [1, 2] }).textContent,
    "The articles disagree about its age: 1 against 2");
});
