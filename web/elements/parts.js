import "./ibid-articles.js";
import "./ibid-bar.js";
import "./ibid-card.js";
import "./ibid-chat.js";
import "./ibid-composer.js";
import "./ibid-conversations.js";
import "./ibid-divider.js";
import "./ibid-evidence.js";
import "./ibid-overview.js";
import "./ibid-reader.js";
import "./ibid-scope.js";
import "./ibid-start.js";
import "./ibid-stats.js";
import "./ibid-suggestions.js";
import "./ibid-toast.js";

const NAMES = [
  "bar", "chat", "composer", "conversations", "card", "reader", "articles", "evidence", "scope", "start", "stats",
  "suggestions", "overview", "toast",
];

/** The elements that make up the page, by their names without "ibid-". */
export const findParts = (page) =>
  Object.fromEntries(NAMES.map((name) => [name, page.querySelector(`ibid-${name}`)]));
