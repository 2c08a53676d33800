package ibid.search;

import ibid.article.ArticleId;
import ibid.index.PassageOrigin;
import ibid.language.CharRuns;
import ibid.language.VerbsOfSaying;
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
 * @param context    the articles that the question before was answered from
 */
record QueryPreference(LocalDate recentTo, Set<String> publishers, Set<ArticleId> context) {

    private static final double MAX_RECENCY_BONUS = 0.4; // tried 0.2 to 0.4: eval/journal.md, "What was tried"
    private static final double RECENCY_DAYS = 30; // age at which the bonus is 1/e of the maximum; tried 14 to 60
    private static final double PUBLISHER_BONUS = 0.3;
    private static final double CONTEXT_BONUS = 0.2; // tried 0.05 to 0.3: eval/journal.md, "Follow-ups"
    private static final List<String> NEWEST = WordList.lines(QueryPreference.class, "newest-phrases.txt");
    private static final List<String> RECENT = WordList.lines(QueryPreference.class, "recent-phrases.txt");

    QueryPreference {
        publishers = Set.copyOf(publishers);
        context = Set.copyOf(context);
    }

    /** @param today the day of asking, or the day the articles must not be younger than */
    static QueryPreference of(Query query, LocalDate today, List<String> publishers) {
        String question = query.text();
        Set<String> named = new HashSet<>();
        for (String publisher : publishers) {
            if (PublisherMention.isIn(question, publisher)) {
                named.add(publisher);
            }
        }
        return new QueryPreference(recentTo(question, today), named, query.context());
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
        double publisher = publishers.isEmpty() ? 0 : PUBLISHER_BONUS;
        return recency + publisher + (context.isEmpty() ? 0 : CONTEXT_BONUS);
    }

    /** @param newest day of the newest candidate article */
    double bonus(PassageOrigin origin, long newest) {
        double bonus = publishers.contains(origin.publisher()) ? PUBLISHER_BONUS : 0;
        bonus += context.contains(origin.article()) ? CONTEXT_BONUS : 0;
        if (!wantsRecent() || origin.published().isEmpty()) {
            return bonus;
        }
        long day = recentTo.equals(LocalDate.MAX) ? newest : recentTo.toEpochDay();
        long age = Math.max(0, day - origin.published().getAsLong());
        return bonus + MAX_RECENCY_BONUS * Math.exp(-age / RECENCY_DAYS);
    }

    /**
     * A publisher's name in a question. A single word may be an ordinary word ("Time", "Nature"), so it counts only
     * next to a verb of saying.
     */
    private static final class PublisherMention {

        private static final int MIN_NAME_CHARS = 3;
        private static final List<String> SOURCE_PHRASES = List.of("according to ", "reported by ", "written by ");
        private static final Set<String> OTHER_WORDS = WordList.read(PublisherMention.class, "publisher-words.txt");

        private PublisherMention() {}

        static boolean isIn(String question, String publisher) {
            if (publisher.length() < MIN_NAME_CHARS) {
                return false;
            }
            for (int at = question.indexOf(publisher); at >= 0; at = question.indexOf(publisher, at + 1)) {
                String before = question.substring(0, at);
                String after = question.substring(at + publisher.length());
                if (isWhole(before, after) && isMeant(publisher, before, after)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isWhole(String before, String after) {
            boolean beginsWord = before.isEmpty() || !Character.isLetterOrDigit(before.charAt(before.length() - 1));
            return beginsWord && (after.isEmpty() || !Character.isLetterOrDigit(after.charAt(0)));
        }

        private static boolean isMeant(String publisher, String before, String after) {
            if (publisher.contains(" ")) {
                return true;
            }
            String lower = before.toLowerCase(Locale.ROOT);
            if (SOURCE_PHRASES.stream().anyMatch(lower::endsWith)) {
                return true;
            }
            String next = nextWord(after);
            return VerbsOfSaying.contains(next) || OTHER_WORDS.contains(next);
        }

        /** The word after a name, or after its genitive. */
        private static String nextWord(String after) {
            String rest = withoutGenitive(after);
            if (!rest.startsWith(" ")) {
                return "";
            }
            int end = CharRuns.end(rest, 1, Character::isLetterOrDigit);
            return rest.substring(1, end).toLowerCase(Locale.ROOT);
        }

        private static String withoutGenitive(String after) {
            boolean hasApostrophe = after.startsWith("’") || after.startsWith("'");
            if (!hasApostrophe) {
                return after;
            }
            return after.substring(after.startsWith("s", 1) ? 2 : 1);
        }
    }
}
