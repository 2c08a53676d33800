import { say } from "./language.js";

/** A turn is one question and what has come back for it so far. Plain data: each event makes the next one. */

let turns = 0;

export const asked = (question, conversation = null, id = null, filters = null) => ({
  key: ++turns, id, conversation, question, filters, stages: [], passages: null, found: null, query: null,
  sentences: [], footnotes: [], short: null, draft: "", answer: null, problem: null,
});

export function stored(answer) {
  const turn = asked(answer.question, answer.conversation_id, answer.id);
  return answer.outcome ? { ...turn, answer } : turn;
}

/** The turns of a conversation from the log, in order; one that the server left unanswered has a problem. */
export function ofConversation({ id, answers, unanswered = [] }) {
  const turns = answers.filter(({ outcome }) => outcome).map(stored);
  for (const { id: answer, question, reason, after } of unanswered.toReversed()) {
    const at = turns.findIndex((turn) => turn.id === after) + 1;
    turns.splice(at, 0, { ...asked(question, id, answer), problem: reason });
  }
  return turns;
}

export const failed = (turn, problem) => ({ ...turn, problem: problem.message });

/** The turn for a retry: it keeps the question and drops the incomplete answer. */
export const again = (turn) => ({ ...asked(turn.question, turn.conversation, turn.id, turn.filters), key: turn.key });

export const running = (turn) => !turn.answer && !turn.problem;

export function received(turn, { name, data }) {
  switch (name) {
    case "answer.created": return { ...turn, id: data.id, conversation: data.conversation_id };
    case "stage": return data.state === "start" ? { ...turn, stages: [...turn.stages, data.name] } : turn;
    case "passages": return {
      ...turn,
      query: data.query,
      passages: data.passages.length,
      found: data.passages,
      stages: [...turn.stages, "passages"],
    };
    case "short": return { ...turn, short: data };
    case "text.delta": return { ...turn, draft: turn.draft + data.text };
    case "sentence": return {
      ...turn,
      draft: "",
      sentences: [...turn.sentences, data.sentence],
      footnotes: joined(turn.footnotes, data.footnotes),
    };
    case "answer.completed": return { ...turn, answer: data };
    case "error": return { ...turn, id: null, problem: data.detail || data.title || say("problem.failed") };
    default: return turn;   // an event of a newer server
  }
}

const joined = (known, more) => [...known, ...more.filter((one) => !known.some(({ number }) => number === one.number))];
