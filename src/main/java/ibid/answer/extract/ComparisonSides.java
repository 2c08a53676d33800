package ibid.answer.extract;

import ibid.answer.CuePhrases;
import ibid.language.CharRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/** Reads from a question the two sides that it compares: "How do India and South Korea differ on ...?". */
final class ComparisonSides {

    private static final CuePhrases OPENINGS = new CuePhrases(List.of(
            "how do/does/did/would/can/are",
            "difference/differences between",
            "compare/contrast/between",
            "what do/did/does",
            "where do",
            "in what way do"));
    private static final Set<String> JOINING = Set.of("and", "with", "to", "from", "versus", "vs", "vs.");
    private static final Set<String> ENDING = Set.of(
            "differ",
            "compare",
            "disagree",
            "contrast",
            "on",
            "in",
            "about",
            "over",
            "regarding",
            "see",
            "view",
            "when");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    private ComparisonSides() {}

    /** The two sides as the question names them, without an article; empty if it does not name two. */
    static List<String> in(String question) {
        for (CuePhrases.Occurrence opening : OPENINGS.findIn(question)) {
            List<String> sides = split(wordsUpToQuestionMark(question.substring(opening.end())));
            if (!sides.isEmpty()) {
                return sides;
            }
        }
        return List.of();
    }

    private static List<String> wordsUpToQuestionMark(String text) {
        int end = text.indexOf('?');
        StringTokenizer words = new StringTokenizer(end < 0 ? text : text.substring(0, end));
        List<String> list = new ArrayList<>();
        while (words.hasMoreTokens()) {
            list.add(words.nextToken());
        }
        return list;
    }

    private static List<String> split(List<String> words) {
        int joint = 1;
        while (joint < words.size() && !isOneOf(words.get(joint), JOINING)) {
            joint++;
        }
        if (joint + 1 >= words.size()) {
            return List.of();
        }
        List<String> second = words.subList(joint + 1, endOfSide(words, joint + 2));
        return List.of(withoutArticle(words.subList(0, joint)), withoutArticle(second));
    }

    private static int endOfSide(List<String> words, int from) {
        int end = from;
        while (end < words.size() && !endsSide(words, end)) {
            end++;
        }
        return end;
    }

    private static boolean endsSide(List<String> words, int at) {
        String word = words.get(at);
        int end = CharRuns.end(word, 0, Character::isLetterOrDigit);
        if (isOneOf(word.substring(0, end), ENDING)) {
            return true;
        }
        List<String> rest = words.subList(at, Math.min(words.size(), at + 2));
        return String.join(" ", rest).equalsIgnoreCase("as to");
    }

    private static boolean isOneOf(String word, Set<String> words) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String withoutArticle(List<String> side) {
        boolean hasArticle = side.size() > 1 && isOneOf(side.getFirst(), ARTICLES);
        return String.join(" ", hasArticle ? side.subList(1, side.size()) : side);
    }
}
