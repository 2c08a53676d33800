package ibid.answer.selection;

import ibid.answer.SentenceRole;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Selects the candidates to show. Each has a sufficient score and adds information; the best come first, and sentences
 * of one article keep its order.
 */
public final class SentenceSelection {

    private static final double MIN_CORRECTION_SCORE_SHARE = 0.8; // a correction comes first if it scores about as well
    private static final double MAX_SIMILARITY = 0.45; // above this similarity a sentence repeats another
    private static final double MIN_COPY_SIMILARITY = 0.6;
    private static final double MIN_SAME_ANSWER_SIMILARITY = 0.25; // checking decides whether it is cited
    /** Of further sentences, by the project's questions: fewer answer below it than are worth the reader's time. */
    private static final double MIN_PROBABILITY = 0.27;

    private static final double MIN_OTHER_VALUE_SCORE_SHARE = 0.5; // of the best one's score

    private static final int MAX_COPIES = 2;
    private static final int MAX_OF_ARTICLE = 3;

    private SentenceSelection() {}

    /** A sentence to show, and other articles' sentences that say the same. */
    public record Pick(ScoredCandidate main, List<ScoredCandidate> copies, SentenceRole role) {}

    /**
     * How many sentences answer.
     *
     * @param minScoreShare   of the best one's score, which each must have
     * @param minProbability  that a further sentence answers too
     * @param asksFact        whether one sentence may hold all that is asked for
     * @param needsOtherValue whether a further sentence must give another value than those before it
     */
    public record Limits(
            int maxSentences, double minScoreShare, double minProbability, boolean asksFact, boolean needsOtherValue) {

        /** One sentence answers who, when, where and how many; a second one if it differs. */
        public static final Limits FACT = new Limits(2, 0, MIN_PROBABILITY, true, true);

        /** A second person or place is seldom what is asked for, unless it answers nearly as well. */
        public static final Limits NAME = new Limits(2, 0.7, MIN_PROBABILITY, true, true);

        /** A fact that no sentence surely holds: a third one seldom adds it. */
        public static final Limits UNSURE = new Limits(2, 0, MIN_PROBABILITY, true, false);

        /** The value that holds now. */
        public static final Limits ONE = new Limits(1, 1, 0, true, false);

        public static final Limits PROSE = new Limits(3, 0, MIN_PROBABILITY, false, false);

        public static Limits ofRows(int maxSentences) {
            return byScore(maxSentences, 0.25);
        }

        public static Limits byScore(int maxSentences, double minScoreShare) {
            return new Limits(maxSentences, minScoreShare, 0, false, false);
        }

        private boolean admits(ScoredCandidate candidate, ScoredCandidate best, List<ScoredCandidate> chosen) {
            if (candidate.score() < minScoreShare * chosen.getFirst().score()) {
                return false;
            }
            if (needsOtherValue && !hasOtherValue(candidate, chosen)) {
                return false;
            }
            return minProbability == 0
                    || needsOtherValue && isSure(candidate, best)
                    || new FurtherSentence(candidate, best, asksFact).probability() >= minProbability;
        }

        /** Another figure for the same thing: a reader must see both, though they may be years apart. */
        private static boolean isSure(ScoredCandidate candidate, ScoredCandidate best) {
            return candidate.candidate().feature(SentenceFeature.QUANTITY_FITS) > 0
                    && best.candidate().feature(SentenceFeature.QUANTITY_FITS) > 0
                    && candidate.shownAnswer().isPresent()
                    && candidate.score() >= MIN_OTHER_VALUE_SCORE_SHARE * best.score();
        }

        private static boolean hasOtherValue(ScoredCandidate candidate, List<ScoredCandidate> chosen) {
            return candidate.answer().isPresent() && chosen.stream().noneMatch(candidate::hasSameAnswer);
        }
    }

    /**
     * @param ranked best first; the first can be shown
     * @param sides  some of them that contradict each other and must all be shown, or none
     */
    public static List<Pick> select(List<ScoredCandidate> ranked, List<ScoredCandidate> sides, Limits limits) {
        List<Pick> picks = new ArrayList<>();
        for (ScoredCandidate main : order(choose(ranked, sides, limits), sides)) {
            boolean isSide = !picks.isEmpty() && sides.contains(main);
            SentenceRole role = isSide ? SentenceRole.SIDE : SentenceRole.ANSWER;
            picks.add(new Pick(main, findCopies(main, ranked), role));
        }
        return picks;
    }

    /** All of them in their order; the first one answers. */
    public static List<Pick> inOrder(List<ScoredCandidate> shown) {
        List<Pick> picks = new ArrayList<>();
        for (ScoredCandidate main : shown) {
            SentenceRole role = picks.isEmpty() ? SentenceRole.ANSWER : SentenceRole.SIDE;
            picks.add(new Pick(main, List.of(), role));
        }
        return picks;
    }

    private static List<ScoredCandidate> choose(
            List<ScoredCandidate> ranked, List<ScoredCandidate> sides, Limits limits) {
        List<ScoredCandidate> chosen = new ArrayList<>(sides);
        for (ScoredCandidate candidate : ranked) {
            if (chosen.size() >= limits.maxSentences()) {
                break;
            }
            if (chosen.isEmpty()
                    || (limits.admits(candidate, ranked.getFirst(), chosen) && mayJoin(chosen, candidate))) {
                chosen.add(candidate);
            }
        }
        return chosen;
    }

    private static boolean mayJoin(List<ScoredCandidate> chosen, ScoredCandidate candidate) {
        long ofArticle = chosen.stream().filter(candidate::isOfSameArticle).count();
        return ofArticle < MAX_OF_ARTICLE && addsTo(chosen, candidate);
    }

    /** Whether the candidate adds something to the chosen ones. */
    public static boolean addsTo(List<ScoredCandidate> chosen, ScoredCandidate candidate) {
        return chosen.stream().noneMatch(earlier -> earlier.computeSimilarity(candidate) >= MAX_SIMILARITY);
    }

    /**
     * Orders by article: a correction's article first, then by each article's best sentence. Sentences keep their order
     * within an article, except that the best sentence of all comes first.
     */
    private static List<ScoredCandidate> order(List<ScoredCandidate> chosen, List<ScoredCandidate> sides) {
        ScoredCandidate best = chosen.getFirst();
        List<String> articles = orderOfArticles(chosen, sides);
        List<ScoredCandidate> ordered = new ArrayList<>(chosen);
        ordered.sort(Comparator.<ScoredCandidate>comparingInt(candidate -> articles.indexOf(candidate.articleId()))
                .thenComparing(candidate -> candidate != best)
                .thenComparingInt(candidate -> candidate.span().start()));
        return ordered;
    }

    /** May name an article twice; its first position counts. */
    private static List<String> orderOfArticles(List<ScoredCandidate> chosen, List<ScoredCandidate> sides) {
        ScoredCandidate best = chosen.getFirst();
        double minScore = MIN_CORRECTION_SCORE_SHARE * best.score();
        List<String> corrections = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (ScoredCandidate candidate : chosen) {
            boolean answersToo = best.answer().isEmpty() || candidate.answer().isPresent();
            boolean counts = sides.contains(candidate) || answersToo && candidate.score() >= minScore;
            List<String> place = counts && candidate.isOfCorrection() ? corrections : others;
            place.add(candidate.articleId());
        }
        corrections.addAll(others);
        return corrections;
    }

    private static boolean saysTheSame(ScoredCandidate candidate, ScoredCandidate main) {
        boolean givesAnswer = candidate.hasSameAnswer(main);
        double minSimilarity = givesAnswer ? MIN_SAME_ANSWER_SIMILARITY : MIN_COPY_SIMILARITY;
        return candidate.computeSimilarity(main) >= minSimilarity;
    }

    private static List<ScoredCandidate> findCopies(ScoredCandidate main, List<ScoredCandidate> ranked) {
        List<ScoredCandidate> copies = new ArrayList<>();
        for (ScoredCandidate candidate : ranked) {
            if (copies.size() == MAX_COPIES) {
                break;
            }
            if (candidate.isOfSameArticle(main) || copies.stream().anyMatch(candidate::isOfSameArticle)) {
                continue;
            }
            if (saysTheSame(candidate, main)) {
                copies.add(candidate);
            }
        }
        return copies;
    }
}
