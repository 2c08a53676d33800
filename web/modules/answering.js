import * as api from "./api.js";
import { say } from "./language.js";
import { Problem } from "./problem.js";
import { events } from "./stream.js";

const SILENCE = 40_000;   // ms; the server sends a heartbeat every 15 s, so two have been missed
const PAUSES = [300, 1000, 3000, 6000];   // ms before each attempt to resume a broken stream

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/**
 * The events of one answer, to its end. A broken stream is resumed after the last event seen, a few times; with an
 * `id` a running answer is followed. An answer that the server does not know (any more) is requested again, and so is a
 * question that it was too busy for, when it says to.
 */
export async function* answering({ question, conversation, id, filters }, server = api, pauses = PAUSES) {
  let last = null;
  let failures = 0;
  for (;;) {
    try {
      const response = id ? await server.follow(id, last) : await server.ask(question, conversation, filters);
      for await (const event of events(response, SILENCE)) {
        if (event.id && last && Number(event.id) <= Number(last)) continue;   // replayed; already seen
        failures = 0;
        last = event.id ?? last;
        id = event.name === "answer.created" ? event.data.id : id;
        yield event;
        if (event.name === "answer.completed" || event.name === "error") return;
      }
    } catch (problem) {
      const unknown = problem.status === 404 || problem.status === 410;   // 410: the server was stopped under it
      if (unknown && last === null && (id || conversation)) {
        if (!id) conversation = null;   // its first question failed, or it was deleted: start another
        id = null;
        continue;
      }
      if (!id && problem.retry && failures++ < pauses.length) {
        await pause(problem.retry * 1000 * (1 + Math.random() / 2));   // others were told the same
        continue;
      }
      if (problem.status > 0 && (problem.status < 500 || !id)) throw problem;
    }
    const detail = say(id ? "problem.answer" : "problem.question");
    if (!id || failures === pauses.length) throw new Problem({ detail });
    await pause(pauses[failures++]);
  }
}
