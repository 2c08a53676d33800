package ibid.answer.contradiction;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.WordList;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Tense;
import ibid.language.time.TimeRange;
import ibid.language.time.Timex;
import ibid.search.IndexTerms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * When something is asserted to be so, and whether it is or is planned.
 *
 * @param time      the time that the sentence names for it
 * @param published the article's day
 * @param grows     whether it is a count that only grows while an event goes on
 */
record Circumstances(
        Optional<TimeRange> time, Optional<LocalDate> published, boolean isPlanned, Tense tense, boolean grows) {

    private static final CuePhrases PLANNED = CuePhrases.read(Circumstances.class, "planned-cues.txt");
    private static final Set<String> GROWING = growing();
    private static final long MAX_DAYS_APART = 60; // what was so may have changed after two months

    private static final int MAX_WORDS_OF_ADJUNCT = 3; // "early on Monday morning"

    private static Set<String> growing() {
        Set<String> terms = new HashSet<>();
        for (String line : WordList.lines(Circumstances.class, "growing-counts.txt")) {
            terms.addAll(IndexTerms.of(line));
        }
        return Set.copyOf(terms);
    }

    /** Of what stands at a place of a sentence, in chars; its own words are no time of it. */
    static Circumstances of(String sentence, int start, int end, Optional<LocalDate> published) {
        Clause clause = Clause.at(sentence, start);
        StringBuilder bare = new StringBuilder(sentence);
        Optional<TimeRange> nearest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Timex timex : TemporalTagger.tag(sentence, published)) {
            blank(bare, timex.start(), timex.end());
            boolean isValue = timex.start() < end && timex.end() > start;
            int distance = Math.max(start - timex.end(), timex.start() - end);
            boolean isOfClause = clause.holds(timex.start()) || isAlone(sentence, timex);
            if (!isValue && isOfClause && timex.days().isPresent() && distance < least) {
                nearest = timex.days();
                least = distance;
            }
        }
        return new Circumstances(
                nearest,
                published,
                PLANNED.isIn(bare.substring(clause.start(), clause.end())), // "May" is no "may"
                Tense.at(sentence, start, end),
                IndexTerms.of(sentence).stream().anyMatch(GROWING::contains));
    }

    private static void blank(StringBuilder text, int start, int end) {
        text.replace(start, end, " ".repeat(end - start));
    }

    /** Whether it is a clause by itself, "On Monday, …": then it is the time of the whole sentence. */
    private static boolean isAlone(String sentence, Timex timex) {
        Clause clause = Clause.at(sentence, timex.start());
        String before = sentence.substring(clause.start(), timex.start());
        String behind = sentence.substring(Math.min(timex.end(), clause.end()), clause.end());
        return new Lexemes(before + behind).size() <= MAX_WORDS_OF_ADJUNCT;
    }

    /** @param isLasting whether what is asserted holds for good */
    boolean areOfSameOccasion(Circumstances other, boolean isLasting) {
        if (isPlanned != other.isPlanned) {
            return false;
        }
        if (time.isPresent() && other.time.isPresent()) {
            return time.get().overlaps(other.time.get());
        }
        return isLasting || isNear(other) && !isUpdate(other);
    }

    /** Whether two counts, of which not both tell their day, are near enough in time to be of the same state. */
    private boolean isNear(Circumstances other) {
        Optional<LocalDate> here = time.map(TimeRange::to).or(() -> published);
        Optional<LocalDate> there = other.time.map(TimeRange::to).or(() -> other.published);
        return here.isPresent()
                && there.isPresent()
                && Math.abs(ChronoUnit.DAYS.between(here.get(), there.get())) <= MAX_DAYS_APART;
    }

    /** Whether one brings the other up to date: a count that grows, told on another day. */
    private boolean isUpdate(Circumstances other) {
        return (grows || other.grows) && !published.equals(other.published);
    }
}
