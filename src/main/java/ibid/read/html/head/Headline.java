package ibid.read.html.head;

import ibid.read.manuscript.Whitespace;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The element of a page that shows its article's headline. */
final class Headline {

    private static final int MAX_HEADINGS = 50; // of each level
    private static final int MIN_CHARS = 10; // a shorter one may be a section's
    private static final String[] LEVELS = {"h1", "h2", "h3"};

    private Headline() {}

    /** The first heading that is part of the page's title, else the page's only heading of the first level. */
    static Optional<Element> of(Document page) {
        String title = Whitespace.collapse(page.title());
        for (String level : LEVELS) {
            for (Element heading :
                    page.select(level).stream().limit(MAX_HEADINGS).toList()) {
                String text = heading.text();
                if (text.length() >= MIN_CHARS && title.contains(text)) {
                    return Optional.of(heading);
                }
            }
        }
        Elements first = page.select("h1");
        return first.size() == 1 ? Optional.of(first.first()) : Optional.empty();
    }
}
