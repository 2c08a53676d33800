package ibid.answer.match;

import ibid.answer.question.AnswerExtent;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AskedTerm;
import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a sentence says a term is: "X is a treaty", "X, the prime minister of Japan,", "X (Full Name)", "It lets
 * ships refuel" behind a sentence on X.
 */
final class DefinitionMatcher {

    private static final Set<String> BE = Set.of("is", "was", "are", "were", "being", "been");
    private static final Set<String> BECOME = Set.of("became", "becomes", "served", "serves", "elected", "remains");
    private static final Set<String> MEAN =
            Set.of("means", "meant", "refers", "denotes", "describes", "stands", "stood", "signifies");
    private static final Set<String> DEFINING_VERBS = WordList.read(DefinitionMatcher.class, "defining-verbs.txt");
    private static final Set<String> DETERMINERS =
            Set.of("a", "an", "the", "one", "any", "short", "when", "where", "how");
    private static final Set<String> PARTICIPLES =
            Set.of("made", "used", "designed", "defined", "known", "called", "based", "produced", "meant");
    private static final Set<String> APPOSED = Set.of("a", "an", "the", "or", "one", "his", "her", "its", "their");
    private static final Set<String> ADVERBS = Set.of(
            "now", "also", "still", "currently", "already", "only", "then", "essentially", "basically", "simply");
    private static final Set<String> BACKWARD = Set.of("it", "this", "these", "they", "he", "she", "such", "that");
    private static final Set<String> CALLED = Set.of("called", "as", "dubbed", "termed", "named", "nicknamed");
    private static final int MAX_WORDS_TO_OFFICE = 6; // "Japan's first woman prime minister"

    private final AskedTerm term;
    private final List<String> termStems;

    DefinitionMatcher(AskedTerm term) {
        this.term = term;
        this.termStems = stems(new Lexemes(term.text()));
    }

    private static List<String> stems(Lexemes words) {
        List<String> stems = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            if (words.isAlphanumeric(at) && !words.isPossessive(at)) {
                stems.add(Inflections.stem(words.key(at)));
            }
        }
        return stems;
    }

    /** @param before the sentence before, or empty */
    List<AnswerMatch> findIn(String sentence, String before) {
        if (termStems.isEmpty()) {
            return List.of();
        }
        Lexemes words = new Lexemes(sentence);
        for (int at = 0; at < words.size(); at++) {
            int end = endOfTerm(words, at);
            Optional<AnswerExtent> found = end > at ? definition(sentence, words, at, end) : Optional.empty();
            if (found.isPresent()) {
                return List.of(match(found.get()));
            }
        }
        return pointingBack(sentence, words, before).map(DefinitionMatcher::match).stream()
                .toList();
    }

    private static AnswerMatch match(AnswerExtent extent) {
        return new AnswerMatch(extent.text(), extent.start(), true, extent);
    }

    /** The place behind the term if it begins there; of a person the surname is enough. */
    private int endOfTerm(Lexemes words, int at) {
        int end = endOf(termStems, words, at);
        if (end > at || !term.isPerson()) {
            return end;
        }
        return endOf(termStems.subList(termStems.size() - 1, termStems.size()), words, at);
    }

    private static int endOf(List<String> stems, Lexemes words, int from) {
        int at = from;
        for (String stem : stems) {
            while (at > from && (words.is(at, "-") || words.is(at, "–") || words.is(at, "&"))) {
                at++;
            }
            if (!Inflections.stem(words.key(at)).equals(stem)) {
                return from;
            }
            at++;
        }
        return at;
    }

    private Optional<AnswerExtent> definition(String sentence, Lexemes words, int from, int end) {
        if (words.isPossessive(end + 1)) {
            return Optional.empty();
        }
        if (term.isAcronym()) {
            return expansion(words, from, end);
        }
        int behind = words.is(end, "(") ? behindBracket(words, end) : end;
        behind = words.is(behind, "”") || words.is(behind, "\"") || words.is(behind, "’") ? behind + 1 : behind;
        Optional<AnswerExtent> told = predicate(sentence, words, behind);
        if (told.isPresent()) {
            return told;
        }
        Optional<AnswerExtent> apposed = apposition(words, behind);
        if (apposed.isPresent()) {
            return apposed;
        }
        return term.isPerson() ? title(words, from, end) : called(sentence, words, from);
    }

    private static int behindBracket(Lexemes words, int bracket) {
        int at = bracket;
        while (at < words.size() && !words.is(at, ")")) {
            at++;
        }
        return at + 1;
    }

    /** "is a …", "became prime minister", "means …" */
    private Optional<AnswerExtent> predicate(String sentence, Lexemes words, int from) {
        int verb = from;
        if (words.is(verb, ",") && words.key(verb + 1).startsWith("wh")) {
            verb += 2;
        }
        verb += words.is(verb, "has") || words.is(verb, "have") || words.is(verb, "had") ? 1 : 0;
        if (MEAN.contains(words.key(verb)) || !term.isPerson() && DEFINING_VERBS.contains(words.key(verb))) {
            return Optional.of(ClauseExtent.from(sentence, words.start(verb)));
        }
        if (BECOME.contains(words.key(verb)) && term.isPerson()) {
            boolean isOffice = tellsOffice(words, verb + 1);
            return isOffice ? Optional.of(ClauseExtent.from(sentence, words.start(verb))) : Optional.empty();
        }
        if (!BE.contains(words.key(verb))) {
            return Optional.empty();
        }
        int predicate = verb + 1;
        while (ADVERBS.contains(words.key(predicate)) || words.is(predicate, "not")) {
            predicate++;
        }
        return isDefining(words, predicate)
                ? Optional.of(ClauseExtent.from(sentence, words.start(predicate)))
                : Optional.empty();
    }

    private boolean isDefining(Lexemes words, int predicate) {
        String first = words.key(predicate);
        if (DETERMINERS.contains(first)) {
            return true;
        }
        if (term.isPerson()) {
            return tellsOffice(words, predicate);
        }
        boolean isPlural = Inflections.isPlural(first) || Inflections.isPlural(words.key(predicate + 1));
        return isPlural || PARTICIPLES.contains(first);
    }

    private static boolean tellsOffice(Lexemes words, int from) {
        for (int at = from; at < from + MAX_WORDS_TO_OFFICE && !words.is(at, ","); at++) {
            if (AskedTerm.isOffice(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    /** "X, a treaty of 1951,", "X, Japan's prime minister," */
    private Optional<AnswerExtent> apposition(Lexemes words, int comma) {
        boolean isSet = words.is(comma, ",") || words.is(comma, "–") || words.is(comma, "—") || words.is(comma, ":");
        int start = comma + 1;
        boolean isApposed = APPOSED.contains(words.key(start)) || term.isPerson() && tellsOffice(words, start);
        if (!isSet || !isApposed) {
            return Optional.empty();
        }
        int end = start;
        while (end < words.size() && !words.is(end, words.key(comma)) && !words.is(end, ".") && !words.is(end, ";")) {
            end++;
        }
        return end > start + 1 ? Optional.of(AnswerExtent.of(words, start, end)) : Optional.empty();
    }

    /** "Japan's prime minister, X", "Prime Minister X" */
    private static Optional<AnswerExtent> title(Lexemes words, int from, int end) {
        int start = from;
        while (NameExtent.isTitle(words.key(start - 1)) || words.is(start - 1, ".") && start < from) {
            start--;
        }
        return start < from ? Optional.of(AnswerExtent.of(words, start, end)) : Optional.empty();
    }

    /** "a treaty called X", "known as X" */
    private static Optional<AnswerExtent> called(String sentence, Lexemes words, int from) {
        int before = words.is(from - 1, "the") || words.is(from - 1, "a") ? from - 2 : from - 1;
        boolean isQuoted = words.is(before, "“") || words.is(before, "\"");
        before -= isQuoted ? 1 : 0;
        boolean isCalled =
                CALLED.contains(words.key(before)) && (!words.is(before, "as") || words.is(before - 1, "known"));
        return isCalled ? Optional.of(ClauseExtent.from(sentence, 0)) : Optional.empty();
    }

    /** "Full Name (X)", "X (Full Name)", "X stands for Full Name" */
    private static Optional<AnswerExtent> expansion(Lexemes words, int from, int end) {
        if (words.is(from - 1, "(")) {
            int start = from - 1;
            while (start > 0
                    && !words.is(start - 1, "the")
                    && (words.isCapitalised(start - 1) || isJoint(words, start - 1))) {
                start--;
            }
            return start < from - 1 ? Optional.of(AnswerExtent.of(words, start, from - 1)) : Optional.empty();
        }
        if (words.is(end, "(") && words.isCapitalised(end + 1)) {
            return Optional.of(AnswerExtent.of(words, end + 1, behindBracket(words, end) - 1));
        }
        if (words.is(end, "stands") && words.is(end + 1, "for") || words.is(end, ",") && words.is(end + 1, "short")) {
            int start = words.is(end, ",") ? end + 3 : end + 2;
            int stop = start;
            while (stop < words.size() && (words.isAlphanumeric(stop) || words.is(stop, "-"))) {
                stop++;
            }
            return stop > start ? Optional.of(AnswerExtent.of(words, start, stop)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isJoint(Lexemes words, int at) {
        return Set.of("of", "the", "for", "and", "to", "on", "-", "–").contains(words.key(at))
                && words.isCapitalised(at - 1);
    }

    /** "It lets …", "The agreement is a …", where the sentence before has the term. */
    private Optional<AnswerExtent> pointingBack(String sentence, Lexemes words, String before) {
        if (term.isAcronym() || !isIn(before)) {
            return Optional.empty();
        }
        int verb = 1;
        if (words.is(0, "the")) {
            verb = 2;
        } else if (!BACKWARD.contains(words.key(0))) {
            return Optional.empty();
        }
        boolean isOwnHead = verb == 1 || termStems.contains(Inflections.stem(words.key(1)));
        boolean isDefining = DEFINING_VERBS.contains(words.key(verb))
                || MEAN.contains(words.key(verb))
                || BE.contains(words.key(verb)) && DETERMINERS.contains(words.key(verb + 1));
        return isOwnHead && isDefining ? Optional.of(ClauseExtent.from(sentence, words.start(verb))) : Optional.empty();
    }

    private boolean isIn(String text) {
        Lexemes words = new Lexemes(text);
        for (int at = 0; at < words.size(); at++) {
            if (endOfTerm(words, at) > at) {
                return true;
            }
        }
        return false;
    }
}
