package ibid.read.html;

import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The article of a page as Mozilla's Readability finds it. */
final class SecondOpinion {

    private static final String NO_ADDRESS = "https://example.org/"; // links are not followed
    private static final String READERS_AND_REQUESTS =
            "[class~=(?i)comment|cookie|consent|newsletter|disqus], [id~=(?i)comment|cookie|consent|newsletter|disqus]";

    /** The largest pages of outlets have a tenth of it; Readability's time grows with the square. */
    private static final int MAX_ELEMENTS = 20_000;

    private static final int MAX_DEPTH = 200; // of elements; the deepest pages of outlets have a third of it

    private SecondOpinion() {}

    /** @return a copy of its element; the page stays as it is; empty also for a page too large to be read twice */
    static Optional<Element> articleIn(Document page) {
        if (isTooLarge(page)) {
            return Optional.empty();
        }
        Document copy = page.clone();
        copy.body().select(READERS_AND_REQUESTS).stream()
                .filter(element -> element != copy.body())
                .forEach(Element::remove);
        return parsed(copy).map(found -> {
            Document alone = Document.createShell("");
            alone.body().appendChild(found);
            return alone.body();
        });
    }

    private static Optional<Element> parsed(Document page) {
        try {
            return Optional.ofNullable(
                    new Readability4J(NO_ADDRESS, page).parse().getArticleContent());
        } catch (IllegalStateException noParent) { // thrown for some pages whose best element it has removed itself
            return Optional.empty();
        }
    }

    private static boolean isTooLarge(Document page) {
        ElementCount count = new ElementCount();
        NodeTraversor.filter(count, page);
        return count.isBeyond;
    }

    /** Stops at the limits, so that counting is no work either. */
    private static final class ElementCount implements NodeFilter {

        private int elements;
        private boolean isBeyond;

        @Override
        public FilterResult head(Node node, int depth) {
            elements += node instanceof Element ? 1 : 0;
            isBeyond = elements > MAX_ELEMENTS || depth > MAX_DEPTH;
            return isBeyond ? FilterResult.STOP : FilterResult.CONTINUE;
        }
    }
}
