import { make } from "./dom.js";
import { say } from "./language.js";

const LONGEST = 200;   // characters of a title, as the server has it

/** A field to rename in place: Enter gives `save` the new name; Escape, no name or the same one calls `leave`. */
export function nameField(name, { save, leave }) {
  const label = say("talks.renameOf", { title: name });
  const field = make("input", { class: "name", value: name, maxlength: LONGEST, "aria-label": label });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return;
    event.stopPropagation();   // this Escape leaves the field, not the open article
    const given = field.value.trim();
    if (event.key === "Enter" && given && given !== name) save(given);
    else leave();
  });
  queueMicrotask(() => [field.focus(), field.select()]);   // once it is in the page
  return field;
}
