package ibid.answer.extract;

import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.language.Token;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says yes or no to a question that asks for it, where the best sentence has most of the question's words and plainly
 * states or denies them. In any other case the sentence stands for itself.
 */
final class YesNoAnswer {

    private static final double MIN_SCORE = 0.27; // the sentence probably answers; its negation makes that likelier
    private static final double MIN_TERM_SHARE_TO_DENY = 0.5; // in the sentence and its context
    private static final double MIN_TERM_SHARE_TO_AFFIRM = 0.8; // a sentence on something near it must not say yes
    private static final int MAX_WORDS_TO_NEGATION = 3; // "sent no troops", "did not formally raise"

    private final Set<String> asked = new HashSet<>();
    private final List<Token> question;

    private YesNoAnswer(QuestionAnalysis question) {
        this.question = Token.in(question.text());
        for (QueryTerm term : question.terms()) {
            boolean isOfName =
                    question.names().stream().anyMatch(name -> name.terms().contains(term.term()));
            if (!isOfName) {
                asked.add(term.term());
            }
        }
    }

    /** @param others that answer nearly as well: none of them may deny what the best one affirms */
    static Optional<String> of(QuestionAnalysis question, ScoredCandidate best, List<ScoredCandidate> others) {
        if (best.score() < MIN_SCORE) {
            return Optional.empty();
        }
        YesNoAnswer reading = new YesNoAnswer(question);
        Optional<String> answer = reading.of(best);
        boolean isDisputed = others.stream()
                .map(reading::of)
                .flatMap(Optional::stream)
                .anyMatch(other -> !answer.equals(Optional.of(other)));
        return isDisputed ? Optional.empty() : answer;
    }

    private Optional<String> of(ScoredCandidate best) {
        if (question.stream().anyMatch(Token::isNegation)) {
            return Optional.empty(); // "Did it not fail?" is answered either way
        }
        List<Token> sentence = Token.in(best.text());
        if (denies(sentence)) {
            double inContext = best.candidate().feature(SentenceFeature.CONTEXT_TERM_SHARE);
            return inContext >= MIN_TERM_SHARE_TO_DENY ? Optional.of("No") : Optional.empty();
        }
        boolean isPlain = sentence.stream().noneMatch(token -> token.isNegation() || token.isHedge())
                && best.candidate().feature(SentenceFeature.OPPOSITES) == 0;
        double share = best.candidate().feature(SentenceFeature.TERM_SHARE);
        return isPlain && share >= MIN_TERM_SHARE_TO_AFFIRM ? Optional.of("Yes") : Optional.empty();
    }

    /** Whether a negation is a few words from one of the question's words. */
    private boolean denies(List<Token> sentence) {
        for (int at = 0; at < sentence.size(); at++) {
            if (sentence.get(at).isNegation() && isNearAsked(sentence, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNearAsked(List<Token> sentence, int negation) {
        int end = Math.min(sentence.size(), negation + MAX_WORDS_TO_NEGATION + 1);
        for (Token token : sentence.subList(negation + 1, end)) {
            if (IndexTerms.of(token.text()).stream().anyMatch(asked::contains)) {
                return true;
            }
        }
        return false;
    }
}
