const EVENTS = ["dragenter", "dragover", "dragleave", "drop"];

/**
 * Takes the files dropped anywhere in the window, so that the browser never opens one in place of the page. `coming` is
 * called when some are dragged in, `dropped` with them. Returns what ends it.
 */
export function takeFiles(coming, dropped) {
  const take = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "dragenter") coming();
    const ends = event.type === "drop" || (event.type === "dragleave" && !event.relatedTarget);
    document.documentElement.toggleAttribute("data-drop", !ends);
    if (event.type === "drop") dropped([...event.dataTransfer.files]);
  };
  for (const name of EVENTS) addEventListener(name, take);
  return () => EVENTS.forEach((name) => removeEventListener(name, take));
}
