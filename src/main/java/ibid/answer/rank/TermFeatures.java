package ibid.answer.rank;

import ibid.answer.question.QuestionAnalysis;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Features of wording: which of the question's terms and names a sentence and its context contain. */
final class TermFeatures {

    private static final int MAX_PAIR_DISTANCE = 3; // terms
    private static final double MIN_WEIGHT = 1e-9; // of a question without weighted terms

    private final QuestionAnalysis question;
    private final double totalWeight;
    private final Optional<QueryTerm> rarest;

    TermFeatures(QuestionAnalysis question) {
        this.question = question;
        this.totalWeight =
                Math.max(question.terms().stream().mapToDouble(QueryTerm::idf).sum(), MIN_WEIGHT);
        this.rarest = question.terms().stream().max(Comparator.comparingDouble(QueryTerm::idf));
    }

    Map<SentenceFeature, Double> of(PassageSentence sentence) {
        Map<SentenceFeature, Double> features = new EnumMap<>(shares(sentence));
        features.put(SentenceFeature.MISSING_TERM, missingTerm(sentence.context()));
        return features;
    }

    private Map<SentenceFeature, Double> shares(PassageSentence sentence) {
        boolean hasRarest = rarest.isPresent() && sentence.has(rarest.get().term());
        return Map.of(
                SentenceFeature.TERM_SHARE,
                termShare(sentence),
                SentenceFeature.CONTEXT_TERM_SHARE,
                contextTermShare(sentence.context()),
                SentenceFeature.RAREST_TERM,
                hasRarest ? 1.0 : 0.0,
                SentenceFeature.TERM_PAIR_SHARE,
                pairShare(sentence.terms()),
                SentenceFeature.NAME_SHARE,
                question.shareOfNames(name -> name.isMeantBy(sentence::has)),
                SentenceFeature.CONTEXT_NAME_SHARE,
                question.shareOfNames(name -> name.isMeantBy(sentence.context()::holds)),
                SentenceFeature.NEW_TERM_SHARE,
                newTermShare(sentence));
    }

    private double termShare(PassageSentence sentence) {
        double held = 0;
        for (QueryTerm term : question.terms()) {
            if (sentence.has(term.term())) {
                held += term.idf();
            }
        }
        return held / totalWeight;
    }

    private double contextTermShare(SentenceContext context) {
        double held = 0;
        for (QueryTerm term : question.terms()) {
            held += term.idf() * context.credit(term.term());
        }
        return held / totalWeight;
    }

    private double missingTerm(SentenceContext context) {
        double heaviest = 0;
        for (QueryTerm term : question.terms()) {
            if (!context.holds(term.term())) {
                heaviest = Math.max(heaviest, term.idf());
            }
        }
        return heaviest / totalWeight;
    }

    private double newTermShare(PassageSentence sentence) {
        int all = sentence.context().sentence().size();
        if (all == 0) {
            return 0;
        }
        int added = 0;
        for (String term : sentence.context().sentence()) {
            if (!question.asksFor(term)) {
                added++;
            }
        }
        return (double) added / all;
    }

    private double pairShare(List<IndexTerms.Term> sentence) {
        List<QueryTerm> asked = question.terms();
        double found = 0;
        double all = 0;
        for (int i = 0; i + 1 < asked.size(); i++) {
            double weight = asked.get(i).idf() + asked.get(i + 1).idf();
            all += weight;
            if (areNear(sentence, asked.get(i).term(), asked.get(i + 1).term())) {
                found += weight;
            }
        }
        return all == 0 ? 0 : found / all;
    }

    private static boolean areNear(List<IndexTerms.Term> sentence, String first, String second) {
        int lastFirst = -2 * MAX_PAIR_DISTANCE;
        int lastSecond = -4 * MAX_PAIR_DISTANCE;
        for (int at = 0; at < sentence.size(); at++) {
            String term = sentence.get(at).term();
            lastFirst = term.equals(first) ? at : lastFirst;
            lastSecond = term.equals(second) ? at : lastSecond;
            if (isPair(Math.abs(lastFirst - lastSecond))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPair(int distance) {
        return distance > 0 && distance <= MAX_PAIR_DISTANCE;
    }
}
