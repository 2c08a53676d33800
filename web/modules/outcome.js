import { say } from "./language.js";

/** The outcome of an uploaded file, as text after its name. */
export function outcome({ outcome: code, state, reason, replaceable }) {
  if (code === "refused") return say("outcome.refused", { reason: replaceable ? say("outcome.taken") : reason });
  const done = say(`outcome.${code}`);
  if (state === "pending") return say("outcome.pending", { done });
  return state === "skipped" ? say("outcome.skipped", { done, reason }) : done;
}
