package ibid.answer.extract;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.selection.SentenceSelection;
import ibid.search.QueryTerm;
import ibid.search.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Drafts what the articles say on a topic given in keywords: the sentences that have most of its words. */
final class TopicDrafter {

    private static final double MIN_TERM_SHARE = 0.75; // in a sentence and its context: one word of four may be loose

    /** A sentence less relevant than eight tenths of the best is about a part of the topic. */
    private static final SentenceSelection.Limits LIMITS = SentenceSelection.Limits.byScore(3, 0.8);

    private TopicDrafter() {}

    static Draft.Extracted draft(QuestionAnalysis topic, Ranking ranking) {
        String missing = missing(topic);
        if (unknownWords(topic).size() == topic.terms().size()) {
            return new Draft.Nothing(missing, Optional.empty(), 0);
        }
        return draft(topic.withKnownTerms(), ranking, missing);
    }

    /** What to say of the words that no passage has; empty where each is found. */
    static String missing(QuestionAnalysis topic) {
        List<String> unknown = unknownWords(topic);
        return unknown.isEmpty() ? "" : UnknownNames.notMentioned(unknown);
    }

    private static List<String> unknownWords(QuestionAnalysis topic) {
        return topic.terms().stream()
                .filter(term -> term.passages() == 0)
                .map(QueryTerm::word)
                .toList();
    }

    private static Draft.Extracted draft(QuestionAnalysis topic, Ranking ranking, String missing) {
        List<Candidate> candidates = SentenceFeatures.measure(topic, ranking);
        List<ScoredCandidate> ranked = rank(candidates);
        if (ranked.isEmpty()) {
            String reason = missing.isEmpty() ? Draft.NO_ANSWER : missing;
            return new Draft.Nothing(reason, ClosestSentence.of(ranked, candidates), 0);
        }
        double best = ranked.getFirst().score();
        List<SentenceSelection.Pick> picks = SentenceSelection.select(ranked, List.of(), LIMITS);
        List<DraftSentence> sentences = new SentenceWording(false).word(picks);
        return new Draft.Written(Optional.empty(), sentences, missing, AnswerShape.PROSE, List.of(), best);
    }

    /** Those on the whole topic, best first. */
    private static List<ScoredCandidate> rank(List<Candidate> candidates) {
        return candidates.stream()
                .filter(one -> one.feature(SentenceFeature.CONTEXT_TERM_SHARE) >= MIN_TERM_SHARE)
                .map(one -> new ScoredCandidate(one, score(one)))
                .sorted(Comparator.comparingDouble(ScoredCandidate::score).reversed())
                .toList();
    }

    /** The mean of how alike topic and sentence are and of the topic's terms in it, alone and with its context. */
    private static double score(Candidate candidate) {
        double cosine = candidate.feature(SentenceFeature.SENTENCE_SIMILARITY);
        double terms = candidate.feature(SentenceFeature.TERM_SHARE);
        return (cosine + terms + candidate.feature(SentenceFeature.CONTEXT_TERM_SHARE)) / 3;
    }
}
