package ibid.read.html;

import ibid.read.manuscript.WordCount;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * Of an element and all below it.
 *
 * @param words    in paragraphs of some length
 * @param unlinked words outside links
 * @param letters  in all
 * @param linked   letters in links
 * @param quotes   whether there is a quotation
 */
record TextDensity(int words, int unlinked, int letters, int linked, boolean quotes) {

    static final TextDensity NONE = new TextDensity(0, 0, 0, 0, false);

    private static final int PARAGRAPH = 60; // letters; shorter ones are labels
    private static final int SOME_WORDS = 12;
    private static final double FEW_LINKS = 0.3; // of the letters

    boolean mostlyUnlinked() {
        return linked < FEW_LINKS * letters;
    }

    /** Whether it reads like a text's own part. */
    boolean isProse() {
        return words >= SOME_WORDS && mostlyUnlinked();
    }

    /** Whether it says something outside its links. */
    boolean saysSomething() {
        return unlinked >= SOME_WORDS && mostlyUnlinked();
    }

    /** Of every element of a tree. */
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
        int words = paragraph.length() > PARAGRAPH ? WordCount.of(paragraph) : 0,
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
