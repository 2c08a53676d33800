import "../elements/ibid-turn.js";
import { place } from "../modules/dom.js";
import { again, asked, failed, ofConversation, received, running, stored } from "../modules/turn.js";
import { spoken } from "../modules/words.js";
import { equal, holds, staged, test } from "./harness.js";
import { answer, footnote, sentence } from "./samples.js";

const after = (...events) =>
  events.reduce((turn, [name, data]) => received(turn, { name, data }), asked("What of the pact?"));
const created = ["answer.created", { id: "a1", conversation_id: "c1" }];

test("turn: sentences gather, a footnote used twice is kept once", () => {
  const one = ["sentence", { sentence: sentence("One."), footnotes: [footnote(1)] }];
  const two = ["sentence", { sentence: sentence("Two.", [1, 2]), footnotes: [footnote(1), footnote(2)] }];
  const turn = after(created, one, two);
  equal(turn.sentences.map(({ text }) => text), ["One.", "Two."]);
  equal(turn.footnotes.map(({ number }) => number), [1, 2]);
});

test("turn: a model's words are shown as not checked until its sentence is, without marks", () => {
  const delta = (text) => ["text.delta", { text }];
  const view = staged(place("ibid-turn", { turn: after(created, delta("The pact "), delta("holds. [S")) }));
  const draft = view.querySelector("ibid-draft");
  equal([draft.hidden, draft.textContent], [false, "Not checked yet: The pact holds."]);
  const checked = ["sentence", { sentence: sentence("It holds."), footnotes: [footnote(1)] }];
  view.turn = after(created, delta("The pact holds."), checked);
  equal(draft.hidden, true);
});

test("turn: it runs until the answer is complete", () => {
  equal([running(after(created)), running(after(created, ["answer.completed", answer()]))], [true, false]);
});

test("turn: an error event ends it, and the question is asked anew rather than followed", () => {
  const turn = after(created, ["error", { title: "Busy", detail: "Try later." }]);
  equal([running(turn), turn.problem], [false, "Try later."]);
  equal([again(turn).id, again(turn).question], [null, "What of the pact?"]);
});

test("turn: a lost connection keeps the answer's id, to follow it", () => {
  equal(again(failed(after(created), new Error("lost"))).id, "a1");
});

test("turn: an event of a later server changes nothing", () => {
  const turn = after(created);
  equal(received(turn, { name: "stage.fancy", data: {} }), turn);
});

test("turn: a stored answer is complete, one under way is not", () => {
  equal([running(stored(answer())), running(stored(answer({ outcome: null })))], [false, true]);
});

test("turn: a written answer names its model, and what went wrong with it", () => {
  const writer = { model: "ollama:small", prompt: "answer@0", note: "It was cut off." };
  const view = staged(place("ibid-turn", { turn: stored(answer({ writer })) }));
  holds(view.textContent.includes("written by ollama:small"), "the model");
  equal(view.querySelector(".note").textContent, "It was cut off.");
});

test("turn: that a part of the articles could not be searched is said and announced", () => {
  const said = "A part of the articles could not be searched just now. Ask again in a moment.";
  const view = staged(place("ibid-turn", { turn: stored(answer({ partial: true })) }));
  holds(view.textContent.includes(said), "on the page");
  equal([spoken(answer({ partial: true })).includes(said), spoken(answer()).includes(said)], [true, false]);
});

test("short: the few words stand above the sentences with their age, their sources and their marks", () => {
  const short = { text: "about 700", footnotes: [1], as_of: "2024-12-20", independent_sources: 2 };
  const view = staged(place("ibid-turn", { turn: stored(answer({ short })) })).querySelector("ibid-short");
  equal(view.querySelector("strong").textContent, "about 700");
  equal(view.querySelector(".from").textContent, "as of 20 December 2024 · 2 independent sources");
  equal(view.querySelectorAll("ibid-mark").length, 1);
});

test("short: a number counted in the collection is not told by the articles shown under it", () => {
  const short = { text: "24 articles", footnotes: [1], as_of: "2024-12-20", independent_sources: 2 };
  const counted = answer({ short, shape: "collection" });
  const view = staged(place("ibid-turn", { turn: stored(counted) })).querySelector("ibid-short");
  equal(view.querySelector(".from"), null);
});

test("short: it is shown while the answer runs, and hidden where there is none", () => {
  const early = after(created, ["short", { text: "700", footnotes: [1], as_of: null, independent_sources: 1 }]);
  equal(staged(place("ibid-turn", { turn: early })).querySelector("ibid-short").textContent, "Short answer700");
  equal(staged(place("ibid-turn", { turn: stored(answer()) })).querySelector("ibid-short").hidden, true);
});

test("turn: how likely it answers is told in words, apart from what the articles say", () => {
  const said = (confidence) =>
    staged(place("ibid-turn", { turn: stored(answer({ confidence })) })).querySelector(".likelihood").textContent;
  equal([0.9, 0.65, 0.5].map(said),
    ["Probably answers the question", "May answer the question", "Perhaps not what was asked: read the sources"]);
});

test("turn: a question that was cut off stands where it was asked, with what to do", () => {
  const cut = { id: "x", question: "Cut off?", reason: "Ask it again.", after: "a1" };
  const first = { ...cut, id: "w", question: "First?", after: null };
  const answers = [answer({ id: "a1", question: "One?" }), answer({ id: "a2", question: "Two?" })];
  const turns = ofConversation({ id: "c1", answers, unanswered: [first, cut] });
  equal(turns.map(({ question }) => question), ["First?", "One?", "Cut off?", "Two?"]);
  equal([running(turns[2]), turns[2].problem, turns[2].conversation], [false, "Ask it again.", "c1"]);
});
