package ibid.ask;

import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.RuleQueryRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes apart what asks several things at once: "When was it founded and who leads it? Why?" Each part is put in
 * stand-alone form after the one before.
 */
final class SubQuestions {

    private static final Pattern BORDER = Pattern.compile(
            "(?<=\\?)\\s+(?=\\p{Lu}|(?i:who|what|when|where|why|how|which)\\b)|(?i),?\\s+and\\s+(?=(?:(?:in|on|at|by|since) )?(?:who|what|when|where|why|how|which)\\b(?! (?:it|they|he|she) (?:means?|meant)))");
    private static final Pattern ASKS = Pattern.compile(
            "(?i)^(?:and |so |but )?(?:(?:in|on|at|by|since) )?(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b.*");
    private static final int MOST = 3;
    private static final int FEW_WORDS = 3; // "and why?" belongs to what stands before it

    private SubQuestions() {}

    /**
     * The questions in it, each by itself; only the question where it is one, or where a part would not be a question.
     */
    static List<String> of(String question) {
        List<String> pieces = List.of(BORDER.split(question.strip()));
        if (pieces.size() < 2
                || pieces.size() > MOST
                || !pieces.stream()
                        .allMatch(piece -> ASKS.matcher(piece).matches() && piece.split("\\s+").length >= FEW_WORDS))
            return List.of(question);
        List<String> parts = new ArrayList<>();
        for (String piece : pieces) {
            String whole = piece.endsWith("?") ? piece : piece + "?";
            parts.add(
                    parts.isEmpty()
                            ? whole
                            : new RuleQueryRewriter()
                                    .rewrite(
                                            Character.toUpperCase(whole.charAt(0)) + whole.substring(1),
                                            List.of(new EarlierTurn(parts.getLast(), parts.getLast(), "")))
                                    .text());
        }
        return parts;
    }
}
