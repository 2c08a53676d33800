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

test("disagreements: figures of several days are drawn by day, and said", () => {
  const values = [
    { value: "1,400", amount: 1400, footnotes: [2], newest: "2025-03-05", speaker: null, withdrawn: true },
    { value: "about 900", amount: 900, footnotes: [1], newest: "2025-03-01", speaker: null, withdrawn: false },
    { value: "many", footnotes: [1], newest: "2025-03-02", speaker: null, withdrawn: false },
  ];
  const dots = shown({ about: "the number", footnotes: [1, 2], values }).querySelector("ibid-dots");
  equal(dots.querySelector("svg").getAttribute("aria-label"),
    "The figures by day: about 900, 1 March 2025; 1,400, 5 March 2025, withdrawn");
  const [old, withdrawn] = dots.querySelectorAll("circle");
  equal([old.getAttribute("class"), withdrawn.getAttribute("class")], ["holds", "withdrawn"]);
  equal([old.cx.baseVal.value < withdrawn.cx.baseVal.value, old.cy.baseVal.value > withdrawn.cy.baseVal.value],
    [true, true]);
});

test("disagreements: figures of one day, or one figure, are not drawn", () => {
  const value = (amount, newest) => ({ value: String(amount), amount, newest, footnotes: [1], withdrawn: false });
  const first = value(1, "2025-03-01");
  const others = [value(2, "2025-03-01"), value(1, "2025-03-02"), { ...value(2, "2025-03-02"), amount: undefined }];
  for (const values of others.map((other) => [first, other])) {
    equal(shown({ about: "it", footnotes: [1], values }).querySelector("ibid-dots").hidden, true);
  }
});
