/** The page's keyboard shortcuts: `/` and Ctrl+K (or Cmd+K) ask, Escape goes one step back. */
export function keys({ ask, escape }) {
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();   // the address belongs to the route
    ask();
  });
  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (document.querySelector("dialog[open]")) return;   // a dialog handles Escape itself
    if (event.key === "Escape" && !event.isComposing) escape();
    if (!slash && !k) return;
    event.preventDefault();
    ask();
  });
}
