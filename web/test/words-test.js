import { plainText } from "../modules/plain-text.js";
import {
  checks, date, footnoteLabel, left, refusal, seconds, silence, standing, stands, steps, verdict, when,
} from "../modules/words.js";
import { equal, test } from "./harness.js";
import { answer, footnote } from "./samples.js";

test("words: dates are written out as far as they are known", () => {
  equal(["2024-10-12", "2024-10-12T23:59:00Z", "2024-10", "2024", "spring", null].map(date),
    ["12 October 2024", "12 October 2024", "October 2024", "2024", "spring", "undated"]);
});

test("words: days near the reader have names and hours, which tell two conversations of one title apart", () => {
  const now = new Date(2025, 10, 22, 9);
  equal([new Date(2025, 10, 22, 1), new Date(2025, 10, 21, 23), new Date(2025, 10, 2)].map((time) => when(time, now)),
    ["Today, 01:00", "Yesterday, 23:00", "2 Nov 2025"]);
});

test("words: a check that did not apply is left out", () => {
  const some = { quote: true, numbers: null, names: true, dates: false };
  equal(checks(some), "Compared word for word: quoted words and names agree, dates do not.");
  equal(checks(null), "");
});

test("words: a verdict gives its reason, and what is denied is called so", () => {
  const reason = "the article says 700, not 7,000";
  equal([{ label: "full" }, { label: "none", reason }, { label: "none", contradicted: true, reason }].map(verdict),
    ["Fully supported.", `Not supported: ${reason}.`, `Contradicted: ${reason}.`]);
});

test("words: a footnote's label says doubt, and only doubt", () => {
  equal(footnoteLabel(footnote(2)), "Footnote 2: Ibid Asia Desk, 12 October 2024");
  equal(footnoteLabel(footnote(2, "partial")), "Footnote 2: Ibid Asia Desk, 12 October 2024, partly supported");
});

test("words: a stage that comes again moves the present, not the order", () => {
  const said = steps({ stages: ["retrieve", "passages", "write", "verify", "write"], passages: 1 });
  equal(said.map(({ text, now }) => (now ? `${text}!` : text)),
    ["Searching", "Reading 1 passage", "Writing!", "Checking"]);
});

test("words: times are told in tenths of a second, never as none", () => {
  equal([12, 412, 1234, 31000].map(seconds), ["0.1 s", "0.4 s", "1.2 s", "31 s"]);
});

test("words: what is left of long work is told no finer than it can be known", () => {
  equal([0, 89, 90, 3600, 5400, 7260].map(left), ["0 s", "89 s", "2 min", "60 min", "1 h 30 min", "2 h 1 min"]);
});

test("words: what is missing is said once", () => {
  equal([silence("the cost."), silence("The articles do not mention it.")],
    ["The articles do not say: the cost.", "The articles do not mention it."]);
  equal([refusal({ missing: "I found nothing." }), refusal({})], ["I found nothing.", "I found no answer I trust."]);
});

test("plain text: an answer is copied with every footnote", () => {
  equal(plainText(answer({ outcome: "partial", missing: "who killed it." })), [
    "What of the pact?", "The pact is dead. [1]", "The articles do not say: who killed it.",
    "[1] Ibid Asia Desk, “The Pact”, 12 October 2024: “The pact is dead.” https://example.org/pact\n",
  ].join("\n\n"));
});

test("plain text: a refusal says so once", () => {
  const refused = { outcome: "abstained", text: "", missing: "The articles do not mention it.", footnotes: [] };
  equal(plainText(answer(refused)),
    "What of the pact?\n\nThe articles do not mention it.\n");
});

test("words: a check of today says what still holds, and how much", () => {
  equal(stands({ state: "corrected", corrected_by: { published: "2025-03-02" } }), "Corrected since (2 March 2025)");
  equal(stands({ state: "removed" }), "Article removed");
  const sentences = [{ before: "full", now: "none" }, { before: "full", now: "full" }];
  equal(standing({ holds: true, footnotes: [{ state: "holds" }], sentences: [] }),
    "Checked again: everything still holds.");
  equal(standing({ holds: false, footnotes: [{ state: "holds" }, { state: "changed" }], sentences }),
    "Checked again, still holding: 1 of 2 footnotes; the support of 1 sentence is another now.");
});
