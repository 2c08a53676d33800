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

    /** The longest heading that is part of the page's title, else the page's only heading of the first level. */
    static Optional<Element> of(Document page) {
        String title = comparable(page.title());
        Element headline = null;
        int longest = MIN_CHARS - 1;
        for (String level : LEVELS) {
            for (Element heading :
                    page.select(level).stream().limit(MAX_HEADINGS).toList()) {
                int length = inTitle(heading, title);
                if (length > longest) {
                    longest = length;
                    headline = heading;
                }
            }
        }
        Elements first = page.select("h1");
        boolean isOnly = headline == null && first.size() == 1;
        return Optional.ofNullable(isOnly ? first.first() : headline);
    }

    /** How many letters of the title the heading repeats, with its labels or without ("Subscribers"). */
    private static int inTitle(Element heading, String title) {
        String whole = comparable(heading.text()), own = comparable(heading.ownText());
        if (!whole.isEmpty() && title.contains(whole)) {
            return whole.length();
        }
        return !own.isEmpty() && title.contains(own) ? own.length() : 0;
    }

    private static String comparable(String words) {
        return Whitespace.collapse(words).replace('–', '-').replace('—', '-');
    }
}
