/**
 * Copies text, and with `html` the same with its links for programs that take those; returns whether it worked.
 * Without https the clipboard API exists only on localhost.
 */
export async function copy(text, html = null) {
  try {
    const forms = { "text/plain": text, ...(html && { "text/html": html }) };
    const typed = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(typed))]);
    return true;
  } catch {
    return copyBySelection(text, html);
  }
}

function copyBySelection(text, html) {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  const both = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", html);
    event.preventDefault();
  };
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  if (html) document.addEventListener("copy", both);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", both);
  area.remove();
  focused?.focus();
  return done;
}
