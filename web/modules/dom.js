/** Builds nodes only by DOM calls, so that text is never parsed as markup. */

/**
 * Attributes: functions become listeners, `true` an empty attribute; null and false are skipped. Children: nodes or
 * text.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

/** A custom element whose properties are set before it enters the page. */
export const place = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** The title of an article, in its language. */
export const cited = ({ title, language }) => make("cite", { lang: language ?? null }, title);

export const icon = (name) => make("span", { class: `icon icon-${name}`, "aria-hidden": "true" });

/** An external link, or plain text if the address is not safe for a link. */
export function outside(url, ...children) {
  const parsed = URL.canParse(url ?? "") ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return make("span", {}, ...children);
  return make("a", { href: parsed.href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

export const host = (url) => (URL.canParse(url ?? "") ? new URL(url).hostname.replace(/^www\./, "") : "");

export const emit = (element, name, detail = {}) =>
  element.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));

/** When no pointer presses inside it any more: the press on a part that is replaced before it ends would be lost. */
export const released = (element) => element.matches(":active") && new Promise((done) => {
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(done), { once: true });
});

/** Ctrl, Shift and Meta clicks on a link belong to the browser (new tab, new window). */
export const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
