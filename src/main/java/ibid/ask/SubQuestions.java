package ibid.ask;

import ibid.language.CharRuns;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.QueryRewriter;
import ibid.search.rewrite.RuleQueryRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits a question that asks several things: "When was it founded and who leads it? Why?" Each part is rewritten to
 * its stand-alone form with the part before it as context.
 */
final class SubQuestions {

    private static final int MAX_PARTS = 3;
    private static final int MIN_WORDS = 3; // "and why?" belongs to the part before it
    private static final String QUESTION_WORD = "(?i:who|what|when|where|why|how|which)\\b";
    private static final String NOT_A_MEANING = "(?! (?i:it|they|he|she) (?i:means?|meant))"; // "and what it means"
    private static final String AFTER_QUESTION = "(?<=\\?)\\s+(?=\\p{Lu}|" + QUESTION_WORD + ")";
    private static final String AND =
            "(?i:,?\\s+and\\s+)(?=(?:(?i:in|on|at|by|since) )?" + QUESTION_WORD + NOT_A_MEANING + ")";
    private static final Pattern BORDER = Pattern.compile(AFTER_QUESTION + "|" + AND);
    private static final Set<String> LINKS = Set.of("and", "so", "but");
    private static final Set<String> PREPOSITIONS = Set.of("in", "on", "at", "by", "since");
    private static final Set<String> OPENINGS = Set.of(
            ("who whom whose what when where why how which is are was were do does did has have had can could will"
                            + " would should")
                    .split(" "));
    private static final QueryRewriter REWRITER = new RuleQueryRewriter();

    private SubQuestions() {}

    /**
     * The separate questions in it; only the question itself if it is one question or if a part would not be a
     * question.
     */
    static List<String> of(String question) {
        List<String> pieces = List.of(BORDER.split(question.strip()));
        boolean areQuestions = pieces.stream().allMatch(SubQuestions::isQuestion);
        if (pieces.size() < 2 || pieces.size() > MAX_PARTS || !areQuestions) {
            return List.of(question);
        }
        return standAlone(pieces);
    }

    private static List<String> standAlone(List<String> pieces) {
        List<String> parts = new ArrayList<>();
        for (String piece : pieces) {
            String whole = piece.endsWith("?") ? piece : piece + "?";
            parts.add(parts.isEmpty() ? whole : standAlone(whole, parts.getLast()));
        }
        return parts;
    }

    private static boolean isQuestion(String piece) {
        List<String> words = List.of(piece.toLowerCase(Locale.ROOT).split("\\s+"));
        if (words.size() < MIN_WORDS) {
            return false;
        }
        int first = LINKS.contains(words.getFirst()) ? 1 : 0;
        if (PREPOSITIONS.contains(words.get(first))) {
            first++;
        }
        return OPENINGS.contains(leadingLetters(words.get(first)));
    }

    /** The word without its ending: "who" of "who’s". */
    private static String leadingLetters(String word) {
        return word.substring(0, CharRuns.end(word, 0, Character::isLetterOrDigit));
    }

    private static String standAlone(String part, String before) {
        String capitalised = Character.toUpperCase(part.charAt(0)) + part.substring(1);
        EarlierTurn turn = new EarlierTurn(before, before, "");
        return REWRITER.rewrite(capitalised, List.of(turn)).text();
    }
}
