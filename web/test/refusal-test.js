import "../elements/ibid-turn.js";
import { make } from "../modules/dom.js";
import { equal, staged, test } from "./harness.js";
import { answer, article } from "./samples.js";

function answered(parts) {
  const turn = staged(make("ibid-turn"));
  turn.turn = { question: "What of the pact?", answer: answer(parts) };
  return turn;
}

function refused(parts) {
  const empty = { outcome: "abstained", text: "", sentences: [], footnotes: [], nearest: [] };
  return answered({ ...empty, missing: "I found no answer I trust.", ...parts });
}

test("refusal: a partial answer says what the articles do not say", () => {
  const turn = answered({ outcome: "partial", missing: "who killed it." });
  equal(turn.querySelector(".missing").textContent, "The articles do not say: who killed it.");
});

test("refusal: a refusal shows no footnotes, and the closest words as no evidence", () => {
  const closest = { passage_id: "p", article, excerpt: "Then he left." };
  const other = { passage_id: "q", article, excerpt: "She stayed." };
  const turn = refused({ closest, nearest: [closest, other], suggestions: ["Is it dead?"] });
  equal([".statement", "h3", ".closest .excerpt", "details .excerpt"].map((at) => turn.querySelector(at).textContent),
    ["I found no answer I trust.", "Closest, not evidence", "Then he left.", "She stayed."]);
  equal(turn.querySelectorAll(".excerpt").length, 2);
  equal(turn.querySelectorAll("ibid-mark").length, 0);
  equal(turn.querySelector("ibid-suggestions button").textContent, "Is it dead?");
});

test("refusal: where nothing comes near, the passages found are called no more than that", () => {
  const turn = refused({ nearest: [{ passage_id: "p", article, excerpt: "Then he left." }] });
  equal(turn.querySelector("h3").textContent, "Nearest passages, not evidence");
});

test("refusal: small talk gets its reply and no passages", () => {
  const turn = refused({ reason: "not_a_question", missing: "Hello. Ibid answers questions." });
  equal(turn.querySelector("ibid-abstained").textContent, "Hello. Ibid answers questions.");
});
