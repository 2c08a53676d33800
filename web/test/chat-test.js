import "../elements/ibid-chat.js";
import { make } from "../modules/dom.js";
import { forget } from "../modules/running.js";
import { equal, holds, staged, test, until } from "./harness.js";
import { answer, article, endless, event, footnote, hostile, sentence, serve, streamed } from "./samples.js";

const completed = (more) => streamed([
  event(1, "answer.created", { id: "a1", conversation_id: "c1" }),
  event(2, "sentence", { sentence: sentence("A draft."), footnotes: [footnote()] }),
  event(3, "answer.completed", answer(more)),
]);

/** A chat that has asked its question and got an answer, or a problem. */
async function asked(response) {
  const calls = serve({ "POST /answers": () => response, "POST /answers/a1/feedback": {} });
  const chat = staged(make("ibid-chat"));
  chat.ask("What of the pact?");
  const turn = chat.querySelector("ibid-turn");
  holds(turn.dataset.state === "running", "the question is there at once");
  await until(() => turn.dataset.state !== "running");
  return { chat, turn, calls };
}

test("chat: the completed answer takes the place of what was streamed", async () => {
  const { turn } = await asked(completed());
  equal(turn.querySelector("ibid-prose").textContent, "The pact is dead.1 ");
});

test("chat: a mark is a link that says what it is, and opens its footnote", async () => {
  const { chat, turn } = await asked(completed());
  const opened = new Promise((resolve) => chat.addEventListener("open-footnote", ({ detail }) => resolve(detail)));
  const mark = turn.querySelector("ibid-mark a");
  equal([mark.getAttribute("aria-label"), mark.hash], ["Footnote 1: Ibid Asia Desk, 12 October 2024", "#/a/pact/9-26"]);
  mark.click();
  equal((await opened).footnote, footnote());
});

test("chat: doubt about a footnote is shown at the mark and in the list", async () => {
  const sentences = [sentence("The pact is dead.", [1], "none")];
  const { turn } = await asked(completed({ footnotes: [footnote(1, "none")], sentences }));
  equal([turn.querySelector("ibid-mark a").dataset.support, turn.querySelector("ibid-footnotes .doubt").textContent],
    ["none", "Not supported: these are the article's own words."]);
});

test("chat: a query of another wording is shown", async () => {
  const { turn } = await asked(completed({ query: "Is the Asian pact dead?" }));
  const understood = turn.querySelector(".understood");
  equal(understood.textContent, "Read as: Is the Asian pact dead? Edit");
  const revised = new Promise((resolve) => turn.addEventListener("revise", ({ detail }) => resolve(detail.text)));
  understood.querySelector("button").click();
  equal(await revised, "Is the Asian pact dead?");
});

test("chat: a refused question shows the server's words, and can be asked again", async () => {
  const busy = Response.json({ title: "Busy", detail: "Four answers are being written." }, { status: 503 });
  const { turn } = await asked(busy);
  equal(turn.querySelector("ibid-problem p").textContent, "Four answers are being written.");
  serve({ "POST /answers": () => completed() });
  turn.querySelector("ibid-problem button").click();
  await until(() => turn.dataset.state === "answered");
  equal([turn.querySelector("h2").textContent, turn.querySelector("ibid-problem")], ["What of the pact?", null]);
});

test("chat: an answer goes on arriving elsewhere, and stands last when its conversation is opened again", async () => {
  serve({
    "POST /answers": () => endless(event(1, "answer.created", { id: "a2", conversation_id: "c1" })),
    "GET /conversations/c1": { id: "c1", title: "The pact", answers: [answer()] },
    "GET /conversations/c2": { id: "c2", title: "Other", answers: [] },
  });
  const chat = staged(make("ibid-chat"));
  const started = new Promise((resolve) => chat.addEventListener("conversation-started", resolve));
  chat.ask("And then?");
  await started;
  chat.conversation = "c2";
  await until(() => !chat.querySelector("ibid-turn"));
  chat.conversation = "c1";
  await until(() => chat.querySelectorAll("ibid-turn").length === 2);
  equal([...chat.querySelectorAll("h2")].map(({ textContent }) => textContent), ["What of the pact?", "And then?"]);
  forget({ id: "a2" });
});

test("chat: older questions of a long conversation are read when they are asked for", async () => {
  serve({
    "GET /conversations/c1": { id: "c1", title: "The pact", earlier: 1, answers: [answer({ id: "a2" })] },
    "GET /conversations/c1?before=a2": { id: "c1", earlier: 0, answers: [answer({ question: "And before?" })] },
  });
  const chat = staged(make("ibid-chat"));
  chat.conversation = "c1";
  await until(() => chat.querySelector("ibid-turn"));
  equal(chat.firstElementChild.textContent, "Show earlier questions (1)");
  chat.firstElementChild.click();
  await until(() => chat.querySelectorAll("ibid-turn").length === 2);
  equal([chat.firstElementChild.localName, chat.querySelector("h2").textContent], ["ibid-turn", "And before?"]);
});

test("chat: a thumb down is sent at once, its reasons when they are given", async () => {
  const { turn, calls } = await asked(completed());
  turn.querySelector("[aria-label='Bad answer']").click();
  turn.querySelector("input[value='wrong']").click();
  turn.querySelector("form").requestSubmit();
  const sent = calls.filter(({ key }) => key.endsWith("feedback")).map(({ body }) => body);
  equal(sent, [{ rating: "down", reasons: [], comment: "" }, { rating: "down", reasons: ["wrong"], comment: "" }]);
});

test("chat: hostile words stay words", async () => {
  const from = { ...article, title: hostile, publisher: hostile, url: "javascript:alert(1)" };
  const { turn } = await asked(completed({
    question: hostile, query: hostile, missing: hostile, outcome: "partial",
    sentences: [sentence(hostile)], footnotes: [{ ...footnote(), article: from }], suggestions: [hostile],
  }));
  equal(turn.querySelectorAll("img, script").length, 0);
  equal([turn.querySelector(".words").textContent, document.documentElement.dataset.hostile], [hostile, undefined]);
});
