package ibid.search.comparison;

import ibid.language.Lexemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question what each of several says about one thing: "What do India and South Korea say about an Asian NATO?" It is
 * a look-up for each, and who says nothing is told.
 *
 * @param sides     who is asked about, without articles
 * @param about     the one thing
 * @param questions one for each side
 */
public record ViewComparison(List<String> sides, String about, List<String> questions) implements ComparisonQuestion {

    private static final Set<String> VERBS = Set.of(
            "say",
            "said",
            "think",
            "thought",
            "write",
            "wrote",
            "written",
            "report",
            "reported",
            "argue",
            "argued",
            "claim",
            "claimed",
            "believe",
            "believed",
            "tell",
            "told",
            "feel",
            "felt");
    private static final Set<String> PREPOSITIONS = Set.of("about", "on", "over", "regarding", "concerning");
    private static final Set<String> VIEWS = Set.of(
            "position",
            "positions",
            "view",
            "views",
            "stance",
            "stances",
            "statement",
            "statements",
            "opinion",
            "opinions",
            "coverage",
            "comments");
    private static final int MAX_SIDES = 4;

    public ViewComparison {
        sides = List.copyOf(sides);
        questions = List.copyOf(questions);
    }

    static Optional<ViewComparison> in(String question) {
        Lexemes words = new Lexemes(question);
        for (int at = 0; at < words.size(); at++) {
            Optional<ViewComparison> comparison = opened(words, at);
            if (comparison.isPresent()) {
                return comparison;
            }
        }
        return Optional.empty();
    }

    /** By what opens it at the place: "what do", "compare what", "compare the views of". */
    private static Optional<ViewComparison> opened(Lexemes words, int at) {
        if (words.is(at, "what") && Set.of("do", "does", "did").contains(words.key(at + 1))) {
            return withVerb(words, at + 2, words.is(at + 1, "did") ? "did" : "does");
        }
        if (!ComparisonSides.COMPARING.contains(words.key(at))) {
            return Optional.empty();
        }
        if (words.is(at + 1, "what")) {
            return withVerb(words, at + 2, "does");
        }
        int noun = words.is(at + 1, "the") ? at + 2 : at + 1;
        boolean isOfViews = VIEWS.contains(words.key(noun)) && words.is(noun + 1, "of");
        return isOfViews ? ofViews(words, noun + 2) : Optional.empty();
    }

    private static Optional<ViewComparison> withVerb(Lexemes words, int from, String auxiliary) {
        int verb = from;
        while (verb < words.size() && !isVerb(words, verb)) {
            verb++;
        }
        return of(words, from, verb, verb + 1, auxiliary);
    }

    private static boolean isVerb(Lexemes words, int at) {
        return VERBS.contains(words.key(at)) && !words.isCapitalised(at);
    }

    private static Optional<ViewComparison> ofViews(Lexemes words, int from) {
        int end = from;
        while (end < words.size() && !PREPOSITIONS.contains(words.key(end))) {
            end++;
        }
        return of(words, from, end, end, "does");
    }

    /** @param preposition where that of the thing should be */
    private static Optional<ViewComparison> of(Lexemes words, int from, int to, int preposition, String auxiliary) {
        if (!PREPOSITIONS.contains(words.key(preposition))) {
            return Optional.empty();
        }
        List<String> sides = ComparisonSides.listed(words, from, to);
        String about = words.slice(preposition + 1, ComparisonSides.endOfName(words, preposition + 1, words.size()));
        boolean isOne = !about.isBlank() && about.indexOf('?') < 0 && about.indexOf(';') < 0;
        return isOne && areNames(sides) ? Optional.of(of(sides, auxiliary, about)) : Optional.empty();
    }

    private static boolean areNames(List<String> sides) {
        return sides.size() > 1 && sides.size() <= MAX_SIDES && sides.stream().allMatch(ViewComparison::hasName);
    }

    /** Whether it names somebody; "critics" and "experts" are many, whom no look-up by name finds. */
    private static boolean hasName(String side) {
        return side.codePoints().anyMatch(Character::isUpperCase);
    }

    private static ViewComparison of(List<String> asked, String auxiliary, String about) {
        List<String> names = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (String side : asked) {
            names.add(ComparisonSides.withoutArticle(side));
            questions.add("What " + auxiliary + " " + side + " say about " + about + "?");
        }
        return new ViewComparison(names, about, questions);
    }
}
