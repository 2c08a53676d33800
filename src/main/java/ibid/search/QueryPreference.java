package ibid.search;

import ibid.index.PassageOrigin;
import ibid.language.WordList;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The preferences in a question's wording: for recent articles ("this week", "latest") or for certain publishers ("what
 * does Ibid Maritime say about ..."). Preferred passages score higher; no passage is hidden.
 *
 * @param recentTo   the day from which age is counted: the day for "this week", {@link LocalDate#MAX} for the newest
 *     article, or {@link LocalDate#MIN} if nothing recent is asked for
 * @param publishers the publishers the question names
 */
record QueryPreference(LocalDate recentTo, Set<String> publishers) {

    private static final double MAX_RECENCY_BONUS = 0.4; // tried 0.2 to 0.4: eval/journal.md, "What was tried"
    private static final double RECENCY_DAYS = 30; // age at which the bonus is 1/e of the maximum; tried 14 to 60
    private static final double PUBLISHER_BONUS = 0.3;
    private static final List<String> NEWEST = WordList.lines(QueryPreference.class, "newest-phrases.txt");
    private static final List<String> RECENT = WordList.lines(QueryPreference.class, "recent-phrases.txt");

    QueryPreference {
        publishers = Set.copyOf(publishers);
    }

    /** @param today the day of asking, or the day the articles must not be younger than */
    static QueryPreference of(String question, LocalDate today, List<String> publishers) {
        Set<String> named = new HashSet<>();
        for (String publisher : publishers) {
            if (PublisherMention.isIn(question, publisher)) {
                named.add(publisher);
            }
        }
        return new QueryPreference(recentTo(question, today), named);
    }

    private static LocalDate recentTo(String question, LocalDate today) {
        String words = spaced(question);
        if (holdsAny(words, NEWEST)) {
            return LocalDate.MAX;
        }
        return holdsAny(words, RECENT) ? today : LocalDate.MIN;
    }

    private static boolean holdsAny(String words, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> words.contains(" " + phrase + " "));
    }

    /**
     * The text in lower case, with one space for every run of other characters than letters and digits, and one at both
     * ends.
     */
    private static String spaced(String question) {
        StringBuilder words = new StringBuilder(" ");
        for (char character : question.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(character)) {
                words.append(character);
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.append(' ').toString();
    }

    private boolean wantsRecent() {
        return !recentTo.equals(LocalDate.MIN);
    }

    /** The maximum bonus of a passage. */
    double maxBonus() {
        double recency = wantsRecent() ? MAX_RECENCY_BONUS : 0;
        return publishers.isEmpty() ? recency : recency + PUBLISHER_BONUS;
    }

    /** @param newest day of the newest candidate article */
    double bonus(PassageOrigin origin, long newest) {
        double bonus = publishers.contains(origin.publisher()) ? PUBLISHER_BONUS : 0;
        if (!wantsRecent() || origin.published().isEmpty()) {
            return bonus;
        }
        long day = recentTo.equals(LocalDate.MAX) ? newest : recentTo.toEpochDay();
        long age = Math.max(0, day - origin.published().getAsLong());
        return bonus + MAX_RECENCY_BONUS * Math.exp(-age / RECENCY_DAYS);
    }
}
