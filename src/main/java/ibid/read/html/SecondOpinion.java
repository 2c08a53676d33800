package ibid.read.html;

import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article of a page as Mozilla's Readability finds it. */
final class SecondOpinion {

    private static final String NO_ADDRESS = "https://example.org/"; // links are not followed
    private static final String READERS_AND_REQUESTS =
            "[class~=(?i)comment|cookie|consent|newsletter|disqus], [id~=(?i)comment|cookie|consent|newsletter|disqus]";

    private SecondOpinion() {}

    /** @return a copy of its element; the page stays as it is */
    static Optional<Element> articleIn(Document page) {
        Document copy = page.clone();
        copy.body().select(READERS_AND_REQUESTS).stream()
                .filter(element -> element != copy.body())
                .forEach(Element::remove);
        Element found = new Readability4J(NO_ADDRESS, copy).parse().getArticleContent();
        if (found == null) {
            return Optional.empty();
        }
        Document alone = Document.createShell("");
        alone.body().appendChild(found);
        return Optional.of(alone.body());
    }
}
