package ibid.answer.rank;

import ibid.answer.question.AnswerMatch;
import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence that may answer a question, with its features.
 *
 * @param ordinal       its index in the passage
 * @param hasEveryName  whether every name of the question is in its context, or in the article near it
 * @param answerMatches its matches of the type asked for
 * @param answer        the match nearest to the question's terms, or the words that the reader marked
 */
public record Candidate(
        Hit hit,
        int ordinal,
        List<IndexTerms.Term> terms,
        boolean hasEveryName,
        Map<SentenceFeature, Double> features,
        List<AnswerMatch> answerMatches,
        Optional<AnswerMatch> answer) {

    public Candidate {
        terms = List.copyOf(terms);
        features = Map.copyOf(features);
        answerMatches = List.copyOf(answerMatches);
    }

    /** Its span in the article's text. */
    public Span span() {
        return hit.passage().sentences().get(ordinal);
    }

    public String text() {
        return hit.article().text().slice(span());
    }

    /** The value of a feature; 0 if it has none. */
    public double feature(SentenceFeature feature) {
        return features.getOrDefault(feature, 0.0);
    }

    /** A copy with more features. */
    Candidate with(Map<SentenceFeature, Double> more) {
        Map<SentenceFeature, Double> all = new EnumMap<>(SentenceFeature.class);
        all.putAll(features);
        all.putAll(more);
        return new Candidate(hit, ordinal, terms, hasEveryName, all, answerMatches, answer);
    }

    /**
     * The same with the answer that the reader marked, in code points of the sentence, where it is of the type asked
     * for. An exact one stays: of 73 right sentences it is right in 68, the reader's mark in 66.
     */
    Candidate withMarkedAnswer(Span marked) {
        if (answer.filter(AnswerMatch::isExact).isPresent()) {
            return this;
        }
        String text = text();
        int start = text.offsetByCodePoints(0, marked.start());
        int end = text.offsetByCodePoints(start, marked.length());
        for (AnswerMatch match : answerMatches) {
            if (match.overlaps(start, end)) {
                return new Candidate(hit, ordinal, terms, hasEveryName, features, answerMatches, Optional.of(match));
            }
        }
        return this;
    }

    /** The same with other answers. */
    public Candidate withAnswers(List<AnswerMatch> matches, Optional<AnswerMatch> other) {
        return new Candidate(hit, ordinal, terms, hasEveryName, features, matches, other);
    }
}
