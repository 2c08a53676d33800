import * as api from "./api.js";
import { Problem } from "./problem.js";
import { events } from "./stream.js";

const SILENCE = 40_000;   // ms; the server sends a heartbeat every 15 s, so two have been missed
const NOT_TAKEN = "The connection failed before the server took the question.";
const LOST = "The connection was lost before the answer was whole.";
const PAUSES = [300, 1000, 3000, 6000];   // ms before each attempt to pick up a broken stream

/**
 * The events of one answer, to its end. A stream that breaks is picked up after the last event seen, a few times;
 * with an `id` an answer already under way is followed. What the server does not know (any more) is asked anew.
 */
export async function* answering({ question, conversation, id }, server = api, pauses = PAUSES) {
  let last = null;
  let failures = 0;
  for (;;) {
    try {
      const response = id ? await server.follow(id, last) : await server.ask(question, conversation);
      for await (const event of events(response, SILENCE)) {
        if (event.id && last && Number(event.id) <= Number(last)) continue;   // a replay of what we have
        failures = 0;
        last = event.id ?? last;
        id = event.name === "answer.created" ? event.data.id : id;
        yield event;
        if (event.name === "answer.completed" || event.name === "error") return;
      }
    } catch (problem) {
      if (problem.status === 404 && last === null && (id || conversation)) {
        if (!id) conversation = null;   // its first question failed, or it was deleted: begin another
        id = null;
        continue;
      }
      if (problem.status > 0 && (problem.status < 500 || !id)) throw problem;
    }
    if (!id || failures === pauses.length) throw new Problem({ detail: id ? LOST : NOT_TAKEN });
    await new Promise((resolve) => setTimeout(resolve, pauses[failures++]));
  }
}
