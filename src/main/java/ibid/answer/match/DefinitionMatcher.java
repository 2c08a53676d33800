package ibid.answer.match;

import ibid.answer.question.AnswerExtent;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AskedTerm;
import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.OfficeNouns;
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
    private static final Set<String> HAVE = Set.of("has", "have", "had");
    private static final Set<String> SET_OFF = Set.of(",", "–", "—", ":");
    private static final Set<String> BECOME = Set.of("became", "becomes", "served", "serves", "elected", "remains");
    private static final Set<String> MEAN =
            Set.of("means", "meant", "refers", "denotes", "describes", "stands", "stood", "signifies");
    private static final Set<String> DEFINING_VERBS = WordList.read(DefinitionMatcher.class, "defining-verbs.txt");
    private static final Set<String> DETERMINERS =
            Set.of("a", "an", "the", "one", "any", "short", "when", "where", "how");
    private static final Set<String> RELATIVES = Set.of("that", "which", "who", "a", "an", "under", "by");
    private static final Set<String> PARTICIPLES =
            Set.of("made", "used", "designed", "defined", "known", "called", "based", "produced", "meant");
    private static final Set<String> APPOSED = Set.of("a", "an", "the", "or", "one", "his", "her", "its", "their");
    private static final Set<String> ADVERBS = Set.of(
            "now",
            "also",
            "still",
            "currently",
            "already",
            "only",
            "then",
            "essentially",
            "basically",
            "simply",
            "not");
    private static final Set<String> BACKWARD = Set.of("it", "this", "these", "they", "he", "she", "such", "that");
    private static final Set<String> CALLED = Set.of("called", "as", "dubbed", "termed", "named", "nicknamed");
    private static final int MAX_WORDS_TO_CALL = 5; // "The pattern is called"
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
            return AcronymExpansion.find(words, from, end);
        }
        int behind = words.is(end, "(") ? AcronymExpansion.behindBracket(words, end) : end;
        behind = words.is(behind, "”") || words.is(behind, "\"") || words.is(behind, "’") ? behind + 1 : behind;
        Optional<AnswerExtent> told = predicate(sentence, words, behind);
        if (told.isPresent()) {
            return told;
        }
        Optional<AnswerExtent> apposed = apposition(words, behind);
        if (apposed.isPresent()) {
            return apposed;
        }
        return term.isPerson() ? title(words, from, end) : called(sentence, words, from, end);
    }

    /** "is a …", "became prime minister", "means …" */
    private Optional<AnswerExtent> predicate(String sentence, Lexemes words, int from) {
        int verb = words.is(from, ",") && words.key(from + 1).startsWith("wh") ? from + 2 : from;
        verb += words.isOneOf(verb, HAVE) ? 1 : 0;
        if (isVerbOfDefinition(words, verb)) {
            return Optional.of(ClauseExtent.from(sentence, words.start(verb)));
        }
        if (!words.isOneOf(verb, BE)) {
            return Optional.empty();
        }
        int predicate = verb + 1;
        while (words.isOneOf(predicate, ADVERBS)) {
            predicate++;
        }
        return isDefining(words, predicate)
                ? Optional.of(ClauseExtent.from(sentence, words.start(predicate)))
                : Optional.empty();
    }

    private boolean isVerbOfDefinition(Lexemes words, int verb) {
        if (words.isOneOf(verb, MEAN)) {
            return true;
        }
        if (term.isPerson()) {
            return words.isOneOf(verb, BECOME) && tellsOffice(words, verb + 1);
        }
        return words.isOneOf(verb, DEFINING_VERBS);
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
            if (OfficeNouns.contains(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    /** "X, a treaty of 1951,", "X, Japan's prime minister," */
    private Optional<AnswerExtent> apposition(Lexemes words, int comma) {
        int start = comma + 1;
        boolean isApposed = words.isOneOf(start, APPOSED) || term.isPerson() && tellsOffice(words, start);
        if (!words.isOneOf(comma, SET_OFF) || !isApposed) {
            return Optional.empty();
        }
        Set<String> ends = Set.of(words.key(comma), ".", ";");
        int end = start;
        while (end < words.size() && (!words.isOneOf(end, ends) || isInEnumeration(words, end))) {
            end++;
        }
        return end > start + 1 ? Optional.of(AnswerExtent.of(words, start, end)) : Optional.empty();
    }

    /** "the pact of Fiji, Samoa and Tonga" */
    private static boolean isInEnumeration(Lexemes words, int comma) {
        return words.is(comma, ",") && words.isCapitalised(comma - 1) && words.isCapitalised(comma + 1);
    }

    /** "Japan's prime minister, X", "Prime Minister X" */
    private static Optional<AnswerExtent> title(Lexemes words, int from, int end) {
        int start = from;
        while (NameExtent.isTitle(words.key(start - 1)) || words.is(start - 1, ".") && start < from) {
            start--;
        }
        return start < from ? Optional.of(AnswerExtent.of(words, start, end)) : Optional.empty();
    }

    /** "known as X, which lets ships refuel" */
    private static Optional<AnswerExtent> called(String sentence, Lexemes words, int from, int end) {
        int before = words.is(from - 1, "the") || words.is(from - 1, "a") ? from - 2 : from - 1;
        int told = words.is(end, ",") ? end + 1 : end;
        boolean isCalled = words.isOneOf(before, CALLED) && words.isOneOf(told, RELATIVES);
        return isCalled ? Optional.of(ClauseExtent.from(sentence, words.start(told))) : Optional.empty();
    }

    /** "It lets …", "The agreement is a …", where the sentence before has the term. */
    private Optional<AnswerExtent> pointingBack(String sentence, Lexemes words, String before) {
        if (term.isAcronym() || !isIn(before)) {
            return Optional.empty();
        }
        if (isNamedOnly(before) && holdsPartOfTerm(words)) {
            return Optional.of(ClauseExtent.from(sentence, 0));
        }
        if (words.is(0, "the") && termStems.contains(Inflections.stem(words.key(1)))) {
            return saidOfIt(sentence, words, 2);
        }
        return words.isOneOf(0, BACKWARD) ? saidOfIt(sentence, words, 1) : Optional.empty();
    }

    /** "The pattern is called X." says nothing of it yet. */
    private boolean isNamedOnly(String before) {
        Lexemes words = new Lexemes(before);
        return termStems.size() > 1 && words.size() <= termStems.size() + MAX_WORDS_TO_CALL && isCalled(words);
    }

    private static boolean isCalled(Lexemes words) {
        for (int at = 0; at < words.size(); at++) {
            if (words.isOneOf(at, CALLED)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsPartOfTerm(Lexemes words) {
        for (int at = 0; at < words.size(); at++) {
            boolean isLong = words.key(at).length() > 2 && !words.is(at, "and");
            if (isLong && termStems.contains(Inflections.stem(words.key(at)))) {
                return true;
            }
        }
        return false;
    }

    private Optional<AnswerExtent> saidOfIt(String sentence, Lexemes words, int verb) {
        boolean isDefining = words.isOneOf(verb, DEFINING_VERBS)
                || words.isOneOf(verb, MEAN)
                || words.isOneOf(verb, BE) && words.isOneOf(verb + 1, DETERMINERS);
        return isDefining ? Optional.of(ClauseExtent.from(sentence, words.start(verb))) : Optional.empty();
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
