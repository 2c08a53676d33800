package ibid.search.parts;

import ibid.search.comparison.ComparisonQuestion;
import ibid.search.comparison.PairComparison;
import ibid.search.grammar.SentenceEnd;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.QueryRewriter;
import ibid.search.rewrite.RuleQueryRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a question asks: one thing, several one after another, or to compare some.
 *
 * @param whole      the question
 * @param parts      the questions in it, at least one
 * @param comparison what is to be compared of the parts' answers, if it is
 */
public record SubQuestions(String whole, List<Part> parts, Optional<ComparisonQuestion> comparison) {

    private static final int MAX_PARTS = 4;
    private static final QueryRewriter REWRITER = new RuleQueryRewriter();

    /**
     * @param question in stand-alone form
     * @param asked    the words of the whole question that ask it
     */
    public record Part(String question, String asked) {}

    public SubQuestions {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a question has at least one part");
        }
    }

    /** A question that is to be answered as one. */
    public static SubQuestions one(String question) {
        return new SubQuestions(question, List.of(new Part(question, question)), Optional.empty());
    }

    /** Takes a stand-alone question apart, each part put in stand-alone form after the one before. */
    public static SubQuestions of(String question) {
        Optional<FramedQuestions> framed = FramedQuestions.in(question);
        List<String> pieces = framed.map(FramedQuestions::questions).orElseGet(() -> pieces(question));
        Optional<ComparisonQuestion> comparison =
                ComparisonQuestion.in(question).filter(one -> one instanceof PairComparison || pieces.size() < 2);
        if (comparison.isPresent()) {
            return new SubQuestions(question, sides(comparison.get()), comparison);
        }
        if (pieces.size() < 2 || pieces.size() > MAX_PARTS) {
            return one(question);
        }
        return new SubQuestions(question, standAlone(pieces, framed), Optional.empty());
    }

    private static List<String> pieces(String question) {
        List<String> ofEach = DistributedQuestion.in(question);
        return ofEach.isEmpty() ? QuestionSplit.of(question) : ofEach;
    }

    public List<String> questions() {
        return parts.stream().map(Part::question).toList();
    }

    private static List<Part> sides(ComparisonQuestion comparison) {
        List<Part> parts = new ArrayList<>();
        for (int side = 0; side < comparison.sides().size(); side++) {
            parts.add(new Part(
                    comparison.questions().get(side), comparison.sides().get(side)));
        }
        return parts;
    }

    private static List<Part> standAlone(List<String> pieces, Optional<FramedQuestions> framed) {
        List<Part> parts = new ArrayList<>();
        List<EarlierTurn> earlier = new ArrayList<>();
        framed.map(FramedQuestions::asked).ifPresent(frame -> earlier.add(new EarlierTurn(frame, frame, "")));
        for (String piece : pieces) {
            String asked = SentenceEnd.removedFrom(piece);
            String whole = Character.toUpperCase(asked.charAt(0)) + asked.substring(1) + "?";
            String rewritten = REWRITER.rewrite(whole, earlier).text();
            boolean isLoose = framed.isPresent() && rewritten.equals(whole);
            String question = isLoose ? framed.get().frame() + ": " + asked + "?" : rewritten;
            parts.add(new Part(question, asked));
            earlier.add(new EarlierTurn(whole, question, ""));
        }
        return parts;
    }
}
