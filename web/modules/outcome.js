const THERE = "a file of this name is there, with other contents.";
const DONE = { added: "added", replaced: "replaced the one that was there", unchanged: "was there already" };

/** The outcome of an uploaded file, as text after its name. */
export function outcome({ outcome: done, state, reason, replaceable }) {
  if (done === "refused") return `was not added: ${replaceable ? THERE : reason}`;
  if (state === "pending") return `${DONE[done]}; it is still being read`;
  if (state === "skipped") return `${DONE[done]}, but not read: ${reason}`;
  return DONE[done];
}
