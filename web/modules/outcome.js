import { say } from "./language.js";

/** The outcome of an uploaded file, as text after its name. */
export function outcome({ outcome: code, state, articles = 0, reason, replaceable }) {
  if (code === "refused") return say("outcome.refused", { reason: replaceable ? say("outcome.taken") : reason });
  const done = say(`outcome.${code}`);
  if (state === "pending") return say("outcome.pending", { done });
  if (state === "skipped") return say("outcome.skipped", { done, reason });
  const several = articles > 1 ? say("n.articles", { n: articles }) : "";
  return [done, several, reason].filter(Boolean).join("; ");
}
