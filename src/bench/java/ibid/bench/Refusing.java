package ibid.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How well a confidence separates answered from unanswered questions, and what each threshold would refuse.
 */
final class Refusing {

    /**
     * @param answered whether any sentence found answers
     * @param shown    whether a sentence that would be shown answers
     * @param cosine   of the best sentence, for comparison
     * @param read     the reader's log-odds on the passage of the best sentence, for comparison
     */
    record Question(String set, boolean answered, boolean shown, double confidence, double cosine, double read) {}

    private Refusing() {}

    static void report(List<Question> questions) {
        System.out.printf(
                "%n%-14s%8s%10s%10s%10s%10s%10s   refused at .2 .3 .4 .5 .6: of unanswered, of answered%n",
                "set", "asked", "cosine", "reader", "AUROC", "shown", "error");
        for (String set : questions.stream().map(Question::set).distinct().toList()) {
            List<Question> some = questions.stream()
                    .filter(question -> question.set().equals(set))
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "%-14s%8d%10.3f%10.3f%10.3f%10.3f%10.3f  ",
                    set,
                    some.size(),
                    auroc(some, Question::answered, Question::cosine),
                    auroc(some, Question::answered, Question::read),
                    auroc(some, Question::answered, Question::confidence),
                    auroc(some, Question::shown, Question::confidence),
                    error(some));
            for (double threshold : new double[] {0.2, 0.3, 0.4, 0.5, 0.6}) {
                System.out.printf(
                        Locale.ROOT,
                        " %.2f %.2f ",
                        below(some, threshold, question -> !question.answered()),
                        below(some, threshold, Question::answered));
            }
            System.out.println();
        }
    }

    private static double below(List<Question> questions, double threshold, Predicate<Question> which) {
        return questions.stream()
                .filter(which)
                .mapToDouble(question -> question.confidence() < threshold ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** The probability that a member of the class scores higher than a non-member (Mann and Whitney). */
    private static double auroc(List<Question> questions, Predicate<Question> which, ToDoubleFunction<Question> score) {
        double wins = 0, pairs = 0;
        for (Question one : questions) {
            if (!which.test(one)) {
                continue;
            }
            for (Question other : questions) {
                if (which.test(other)) {
                    continue;
                }
                pairs++;
                int order = Double.compare(score.applyAsDouble(one), score.applyAsDouble(other));
                if (order > 0) {
                    wins++;
                } else if (order == 0) {
                    wins += 0.5;
                }
            }
        }
        return pairs == 0 ? Double.NaN : wins / pairs;
    }

    /** Expected calibration error over ten bins. */
    private static double error(List<Question> questions) {
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            int of = bin;
            List<Question> some = questions.stream()
                    .filter(question -> Math.min(9, (int) (question.confidence() * 10)) == of)
                    .toList();
            if (!some.isEmpty()) {
                error +=
                        Math.abs(some.stream().mapToDouble(Question::confidence).sum()
                                        - some.stream().filter(Question::shown).count())
                                / questions.size();
            }
        }
        return error;
    }
}
