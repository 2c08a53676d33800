package ibid.verify;

import ibid.language.Span;
import java.util.List;

/**
 * What checking a claim against the words cited for it gave.
 *
 * @param contradicted whether the words say otherwise
 * @param score        estimated probability that they support the whole claim, 0 to 1
 * @param unsupported  the words of the sentence that are not supported, in code points; none where all are
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
