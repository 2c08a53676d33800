package ibid.eval;

import java.util.List;

/**
 * A sentence of an answer and the words cited for it, a text a footnote; a sentence without any is unsupported.
 *
 * @param sentence without its marks, and without what the writer added in brackets or put before a quotation
 */
public record Cited(String sentence, List<String> evidence) {

    public Cited {
        evidence = List.copyOf(evidence);
    }
}
