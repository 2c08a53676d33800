package ibid.search.comparison;

import java.util.List;
import java.util.Optional;

/** A question about several things, each of which has a question of its own. */
public sealed interface ComparisonQuestion permits PairComparison, ViewComparison {

    /** What is compared, as the question names it. */
    List<String> sides();

    /** One for each side. */
    List<String> questions();

    /** Empty where the question compares nothing that it names. */
    static Optional<ComparisonQuestion> in(String question) {
        return PairComparison.in(question).map(ComparisonQuestion.class::cast).or(() -> ViewComparison.in(question));
    }
}
