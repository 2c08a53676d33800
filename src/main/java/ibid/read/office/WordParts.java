package ibid.read.office;

import ibid.read.manuscript.Manuscript;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.w3c.dom.Node;

/**
 * What the text of a Word file refers to in its other parts.
 *
 * @param notes      paragraphs of the notes by {@link WordRuns#FOOTNOTE_PREFIX} or {@link WordRuns#ENDNOTE_PREFIX} and
 *                   id
 * @param styleNames from a style's id to its name
 * @param styles     from a style's id to its definition, or null
 * @param addresses  from a hyperlink's id to where it leads
 * @param numbering  numbers of the paragraphs of lists and headings
 * @param chunks     from the id of an embedded document to its text; empty if it is of a kind that is not read
 */
record WordParts(
        Map<String, Node> notes,
        UnaryOperator<String> styleNames,
        Function<String, Node> styles,
        UnaryOperator<String> addresses,
        WordNumbering numbering,
        Function<String, Optional<Manuscript>> chunks) {

    /** The properties of a run's style, or null. */
    Node runStyle(Node runProperties) {
        String id = WordXml.value(WordXml.child(runProperties, "rStyle"), "val");
        return id.isEmpty() ? null : WordXml.child(styles.apply(id), "rPr");
    }
}
