package ibid.eval;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A way to break an answer that a scorer worth its name must see. */
public enum Mutation {

    /** A sentence says the contrary. */
    DENIED,
    NUMBER, NAME, DATE,
    /** A sentence has the footnotes of another. */
    SHUFFLED,
    /** A sentence has no footnote. */
    UNCITED,
    /** A question that has no answer is given one, true and well cited: no look at the footnotes shows it, only the outcome. */
    UNANSWERABLE;

    /**
     * An answer as it was given.
     *
     * @param right   outcome for its topic
     * @param outcome it had
     */
    public record Given(String topic, String right, String outcome, List<Cited> sentences) {

        public Given {
            sentences = List.copyOf(sentences);
        }

        /** Whether this did what was right of a question without an answer. */
        boolean refusedRightly() {
            return right.equals("abstained") && outcome.equals("abstained");
        }
    }

    /** What may take the place of something. */
    record Spare(List<String> names, List<Given> answers, Random random) {}

    /** The answer's sentence broken this way, or empty where there is nothing to break; UNANSWERABLE breaks whole answers, see {@link #answered}. */
    Optional<Cited> broken(Given answer, int at, Spare spare) {
        Cited cited = answer.sentences().get(at);
        Swaps swaps = new Swaps(spare.random());
        return switch (this) {
            case DENIED -> swaps.denial(cited.sentence()).map(words -> new Cited(words, cited.evidence()));
            case NUMBER -> swaps.number(cited.sentence()).map(words -> new Cited(words, cited.evidence()));
            case DATE -> swaps.date(cited.sentence()).map(words -> new Cited(words, cited.evidence()));
            case NAME -> swaps.name(cited.sentence(), cited.sentence() + "\n" + String.join("\n", cited.evidence()), spare.names()).map(words -> new Cited(words, cited.evidence()));
            case SHUFFLED -> other(answer, cited, spare).map(one -> new Cited(cited.sentence(), one.evidence()));
            case UNCITED -> Optional.of(new Cited(cited.sentence(), List.of()));
            case UNANSWERABLE -> Optional.empty();
        };
    }

    /** Another sentence of the answer that has other footnotes; of another answer where there is none. */
    private static Optional<Cited> other(Given answer, Cited cited, Spare spare) {
        List<Cited> own = answer.sentences().stream().filter(one -> foreign(one, cited)).toList();
        List<Cited> some = own.isEmpty() ? spare.answers().stream().flatMap(one -> one.sentences().stream()).filter(one -> foreign(one, cited)).toList() : own;
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(spare.random().nextInt(some.size())));
    }

    /** Whether none of its texts holds a text of the other. */
    private static boolean foreign(Cited one, Cited other) {
        return !one.evidence().isEmpty() && one.evidence().stream().noneMatch(text -> other.evidence().stream().anyMatch(its -> text.contains(its) || its.contains(text)));
    }

    /** The answer to a question without one that was rightly refused, given another topic's sentences all the same. */
    static Optional<Given> answered(Given refusal, Spare spare) {
        List<Given> others = spare.answers().stream().filter(one -> !one.sentences().isEmpty()).toList();
        if (!refusal.refusedRightly() || others.isEmpty()) return Optional.empty();
        return Optional.of(new Given(refusal.topic(), refusal.right(), "answered", others.get(spare.random().nextInt(others.size())).sentences()));
    }
}
