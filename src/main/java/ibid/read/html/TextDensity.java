package ibid.read.html;

import ibid.read.manuscript.WordCount;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * Counts of an element and all below it, which distinguish boilerplate from text.
 *
 * @param words    in paragraphs of some length
 * @param unlinked words outside links
 * @param letters  in all
 * @param linked   letters in links
 * @param quotes   whether there is a quotation
 */
record TextDensity(int words, int unlinked, int letters, int linked, boolean quotes) {

    static final TextDensity NONE = new TextDensity(0, 0, 0, 0, false);

    private static final int MIN_PARAGRAPH_CHARS = 60; // shorter ones are labels; chosen by trying
    private static final int MIN_PROSE_WORDS = 12;
    private static final double MAX_LINKED_SHARE = 0.3; // of the letters; chosen by trying

    boolean isMostlyUnlinked() {
        return linked < MAX_LINKED_SHARE * letters;
    }

    /** Whether the element has paragraphs of prose. */
    boolean isProse() {
        return words >= MIN_PROSE_WORDS && isMostlyUnlinked();
    }

    /** Whether the element has text outside its links. */
    boolean hasUnlinkedText() {
        return unlinked >= MIN_PROSE_WORDS && isMostlyUnlinked();
    }

    /** The density of every element of a tree. */
    static Map<Element, TextDensity> in(Element root) {
        Map<Element, TextDensity> known = new HashMap<>();
        root.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {}

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    known.put(element, of(element, known));
                }
            }
        });
        return known;
    }

    private static TextDensity of(Element element, Map<Element, TextDensity> known) {
        String own = element.ownText();
        String paragraph = element.normalName().equals("p") ? element.text() : "";
        int words = paragraph.length() > MIN_PARAGRAPH_CHARS ? WordCount.of(paragraph) : 0,
                unlinked = WordCount.of(own),
                letters = own.length(),
                linked = 0;
        boolean quotes = element.normalName().equals("blockquote");
        for (Element child : element.children()) {
            TextDensity below = known.getOrDefault(child, NONE);
            words += below.words();
            unlinked += below.unlinked();
            letters += below.letters();
            linked += below.linked();
            quotes |= below.quotes();
        }
        boolean link = element.normalName().equals("a");
        return new TextDensity(words, link ? 0 : unlinked, letters, link ? letters : linked, quotes);
    }
}
