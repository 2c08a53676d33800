package ibid.answer.rank;

import ibid.answer.match.NameCoverage;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.QuestionAnalysis;
import ibid.language.QuestionLanguage;
import ibid.language.injection.ContactDetail;
import ibid.search.Hit;
import ibid.search.Ranking;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the {@link SentenceFeature}s of every sentence of a ranking for one question. Each group of features has its
 * own class.
 */
public final class SentenceFeatures {

    private final TermFeatures termFeatures;
    private final AnswerFeatures answerFeatures;
    private final PolarityFeatures polarityFeatures;
    private final SuperlativeFeatures superlativeFeatures;
    private final QuestionAnalysis question;
    private final NameCoverage nameCoverage;

    private SentenceFeatures(QuestionAnalysis question) {
        this.question = question;
        this.termFeatures = new TermFeatures(question);
        this.answerFeatures = new AnswerFeatures(question);
        this.polarityFeatures = new PolarityFeatures(question);
        this.superlativeFeatures = new SuperlativeFeatures(question.text());
        this.nameCoverage = new NameCoverage(question);
    }

    /** Every sentence of the ranking that can answer, in its order. */
    public static List<Candidate> measure(String question, Ranking ranking) {
        return measure(QuestionAnalysis.of(question, ranking), ranking);
    }

    public static List<Candidate> measure(QuestionAnalysis question, Ranking ranking) {
        String language = QuestionLanguage.of(question.text());
        List<Hit> hits = hits(language, ranking);
        SentenceFeatures features = new SentenceFeatures(question);
        List<Candidate> candidates = new ArrayList<>();
        int rank = 0;
        for (Hit hit : hits) {
            for (PassageSentence sentence : PassageSentence.of(hit, rank++, language)) {
                if (features.mayAnswer(sentence)) {
                    candidates.add(features.candidate(sentence));
                }
            }
        }
        return withGapsToBest(candidates);
    }

    /** Of a question that the English models cannot compare with other languages, the hits in its own language. */
    private static List<Hit> hits(String language, Ranking ranking) {
        if (language.equals(QuestionLanguage.ENGLISH)) {
            return ranking.hits();
        }
        return ranking.hits().stream()
                .filter(hit -> {
                    String ofArticle = hit.article().imprint().language();
                    return ofArticle.isEmpty() || ofArticle.startsWith(language);
                })
                .toList();
    }

    /** Furniture of the page, and addresses and numbers that nobody asked for, are never candidates. */
    private boolean mayAnswer(PassageSentence sentence) {
        LineForm form = LineForm.of(sentence.hit().article(), sentence.span());
        return form.canAnswer() && !ContactDetail.isUnasked(sentence.text(), question.text());
    }

    private Candidate candidate(PassageSentence sentence) {
        List<AnswerMatch> matches = answerFeatures.findMatches(sentence);
        Optional<AnswerMatch> answer = answerFeatures.nearest(matches, sentence);
        boolean hasEveryName = nameCoverage.isComplete(sentence.hit(), sentence.context()::holds);
        Map<SentenceFeature, Double> features = features(sentence, answer);
        return new Candidate(
                sentence.hit(), sentence.ordinal(), sentence.terms(), hasEveryName, features, matches, answer);
    }

    private Map<SentenceFeature, Double> features(PassageSentence sentence, Optional<AnswerMatch> answer) {
        Map<SentenceFeature, Double> features = new EnumMap<>(SentenceFeature.class);
        features.putAll(SimilarityFeatures.of(sentence));
        features.putAll(termFeatures.of(sentence));
        features.putAll(answerFeatures.of(sentence, answer));
        features.putAll(polarityFeatures.of(sentence));
        features.putAll(superlativeFeatures.of(sentence.text()));
        features.putAll(FormFeatures.of(sentence));
        return features;
    }

    private static List<Candidate> withGapsToBest(List<Candidate> candidates) {
        double bestCosine = best(candidates, SentenceFeature.SENTENCE_SIMILARITY);
        double bestShare = best(candidates, SentenceFeature.TERM_SHARE);
        List<Candidate> compared = new ArrayList<>();
        for (Candidate candidate : candidates) {
            compared.add(candidate.with(Map.of(
                    SentenceFeature.SENTENCE_SIMILARITY_GAP,
                    candidate.feature(SentenceFeature.SENTENCE_SIMILARITY) - bestCosine,
                    SentenceFeature.TERM_SHARE_GAP,
                    candidate.feature(SentenceFeature.TERM_SHARE) - bestShare)));
        }
        return compared;
    }

    private static double best(List<Candidate> candidates, SentenceFeature feature) {
        return candidates.stream()
                .mapToDouble(candidate -> candidate.feature(feature))
                .max()
                .orElse(0);
    }
}
