package ibid.answer.stance;

import ibid.answer.AnswerShape;
import ibid.answer.CuePhrases;
import ibid.answer.question.AnswerType;
import ibid.answer.question.QuestionAnalysis;
import ibid.language.Lexemes;
import ibid.language.WordList;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question for one side of a matter: "Who is against the dam?".
 *
 * @param asksWho whether it asks who takes that side, not what speaks for it
 */
public record StanceQuestion(Stance side, boolean asksWho) {

    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(StanceQuestion.class, "questions.txt");
    private static final CuePhrases OTHERS = CuePhrases.read(StanceQuestion.class, "other-questions.txt");
    private static final Set<String> SIDE_TERMS = sideTerms();

    private static Set<String> sideTerms() {
        Set<String> terms = new HashSet<>();
        for (String line : WordList.lines(StanceQuestion.class, "side-words.txt")) {
            terms.addAll(IndexTerms.of(line));
        }
        return terms;
    }

    /** Empty where the question asks for no side. */
    public static Optional<StanceQuestion> of(String question) {
        if (OTHERS.isIn(question)) {
            return Optional.empty();
        }
        for (Stance side : List.of(Stance.AGAINST, Stance.FOR)) {
            if (CUES.get(side.name()).isIn(question)) {
                boolean asksWho = Set.of("who", "which").contains(new Lexemes(question).key(0));
                return Optional.of(new StanceQuestion(side, asksWho));
            }
        }
        return Optional.empty();
    }

    /** The same question without the words that ask for a side, which no sentence about the matter must have. */
    public QuestionAnalysis ofMatter(QuestionAnalysis question) {
        List<QueryTerm> terms = question.terms().stream()
                .filter(term -> !SIDE_TERMS.contains(term.term()))
                .toList();
        List<QueryTerm> matter = terms.isEmpty() ? question.terms() : terms;
        return new QuestionAnalysis(
                question.text(), AnswerType.ANY, AnswerShape.LIST, matter, question.names(), question.years());
    }
}
