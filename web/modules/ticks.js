import { make } from "./dom.js";

/** Ticks beside the scrollbar for every quoted place of the article in `reader`; the one in focus is stronger. */
export function findTicks(reader) {
  const whole = reader.scrollHeight;
  return [...reader.querySelectorAll("ibid-article mark")].map((mark) => {
    const tick = make("i", { class: mark.classList.contains("pale") ? "pale" : null });
    const top = mark.getBoundingClientRect().top - reader.getBoundingClientRect().top;
    tick.style.setProperty("--at", `${(100 * top) / whole}%`);
    return tick;
  });
}
