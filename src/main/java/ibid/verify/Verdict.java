package ibid.verify;

import ibid.language.Span;
import java.util.List;

/**
 * The result of checking a claim against its cited words.
 *
 * @param contradicted whether the words contradict it
 * @param score        estimated probability that they support the complete claim, 0 to 1
 * @param unsupported  the words of the sentence that are not supported, in code points; empty if all are supported
 * @param reason       for the reader: "the article says 700, not 7,000"
 */
public record Verdict(
        Support support,
        boolean contradicted,
        double score,
        ExactChecks checks,
        List<Span> unsupported,
        String reason) {

    public Verdict {
        unsupported = List.copyOf(unsupported);
    }
}
