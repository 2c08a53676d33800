package ibid.search;

import ibid.index.PassageOrigin;
import ibid.language.VerbsOfSaying;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the question's wording asks of an article beside its subject: that it is recent ("this week", "latest") or that
 * a certain publisher wrote it ("what does Ibid Maritime say about ..."). It lifts such passages, it hides none.
 *
 * @param recentTo   the day counted back from: what "this week" means, or {@link LocalDate#MAX} for the newest there
 *                   is, or {@link LocalDate#MIN} where nothing recent is asked for
 * @param publishers the publishers the question names
 */
record QueryPreference(LocalDate recentTo, Set<String> publishers) {

    private static final double RECENT = 0.4,
            FADING_DAYS = 30; // tried 0.2 to 0.4 and 14 to 60: eval/journal.md, "What was tried"
    private static final double NAMED = 0.3;
    private static final Pattern NEWEST =
            Pattern.compile("(?i)\\b(latest|newest|most recent(ly)?|up to now|so far|to date)\\b");
    private static final Pattern THESE_DAYS = Pattern.compile(
            "(?i)\\b(this (week|month|year)|recent(ly)?|today|yesterday|tonight|now|current(ly)?|these days|at present|just|last (week|month)|next (week|month)"
                    + "|(on|since|until|by) (mon|tues|wednes|thurs|fri|satur|sun)day)\\b");
    private static final String SAYING = "(" + VerbsOfSaying.alternatives()
            + "|write|report|think|thinks|mention|mentions|article|piece|story|correction)";

    QueryPreference {
        publishers = Set.copyOf(publishers);
    }

    /** @param today the day of asking, or the day the articles must not be younger than */
    static QueryPreference of(String question, LocalDate today, List<String> publishers) {
        LocalDate recentTo = NEWEST.matcher(question).find()
                ? LocalDate.MAX
                : THESE_DAYS.matcher(question).find() ? today : LocalDate.MIN;
        return new QueryPreference(
                recentTo,
                Set.copyOf(publishers.stream()
                        .filter(publisher -> names(question, publisher))
                        .distinct()
                        .toList()));
    }

    /** A name of one word may be a word of the question ("Time", "Nature"): it counts only beside a word of saying. */
    private static boolean names(String question, String publisher) {
        if (publisher.length() < 3 || !question.contains(publisher)) return false;
        String name = "(?<![\\p{L}\\p{N}])" + Pattern.quote(publisher) + "(?![\\p{L}\\p{N}])";
        if (!publisher.contains(" "))
            name = "(?i:according to|reported by|written by) " + name + "|" + name + "['’]?s? (?i:" + SAYING + ")\\b";
        return Pattern.compile(name).matcher(question).find();
    }

    /** The most a passage can be lifted by. */
    double most() {
        return (recentTo.equals(LocalDate.MIN) ? 0 : RECENT) + (publishers.isEmpty() ? 0 : NAMED);
    }

    /** @param newest day of the newest article there is to choose from */
    double bonus(PassageOrigin origin, long newest) {
        double bonus = publishers.contains(origin.publisher()) ? NAMED : 0;
        if (recentTo.equals(LocalDate.MIN) || origin.published().isEmpty()) return bonus;
        long age = (recentTo.equals(LocalDate.MAX) ? newest : recentTo.toEpochDay())
                - origin.published().getAsLong();
        return bonus + RECENT * Math.exp(-Math.max(0, age) / FADING_DAYS);
    }
}
