package ibid.read.html;

import ibid.article.Block;
import ibid.read.html.head.DateLabels;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.MetadataCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes author and date from the bylines between a page's headline and its text, and removes from the text bylines and
 * what is said of the author below it.
 */
final class PageByline {

    private static final int MAX_STRIPS_ABOVE_TEXT = 12;
    private static final int MAX_STRIPS_IN_TEXT = 3; // from its top
    private static final int MAX_STRIPS_AFTER_TEXT = 12; // invitations, links, who wrote it
    private static final int MAX_WORDS_ABOUT_AUTHOR = 60;
    private static final List<String> VERBS_OF_AUTHORS = List.of(
            " is ", " has ", " writes ", " covers ", " reports ", " was ", " works ", ", ", " joined ", " leads ");
    private static final Pattern EMPLOYER =
            Pattern.compile(",\\s*(?:the )?(?:[\\p{L}.’'-]+ ){0,4}(?:Press|Reuters|AFP|Bloomberg|News|"
                    + "Times|Post|Correspondent|Editor|Reporter|Writer|Agency)$");

    private PageByline() {}

    /** @return the text without such lines */
    static List<MainText.Strip> takeFrom(List<MainText.Strip> main, List<MainText.Strip> all, MetadataCollector page) {
        if (main.isEmpty()) {
            return main;
        }
        offerAbove(main.getFirst(), all, page);
        List<MainText.Strip> text = withoutBylines(main, page);
        return text.isEmpty() ? main : text;
    }

    private static void offerAbove(MainText.Strip first, List<MainText.Strip> all, MetadataCollector page) {
        int top = indexOf(first, all);
        for (MainText.Strip strip : all.subList(firstUnderTitle(all, top, page), top)) {
            of(strip).ifPresent(byline -> offer(byline, strip, page));
        }
    }

    private static int indexOf(MainText.Strip first, List<MainText.Strip> all) {
        int index = 0;
        while (all.get(index) != first) {
            index++;
        }
        return index;
    }

    /** The index after the last title above the text, or some lines above the text if no title is near. */
    private static int firstUnderTitle(List<MainText.Strip> all, int top, MetadataCollector page) {
        String title = page.get(MetadataCollector.Item.TITLE);
        int lowest = Math.max(0, top - MAX_STRIPS_ABOVE_TEXT);
        for (int i = top - 1; i >= lowest; i--) {
            if (all.get(i).plain().equalsIgnoreCase(title)) {
                return i + 1;
            }
        }
        return lowest;
    }

    private static List<MainText.Strip> withoutBylines(List<MainText.Strip> main, MetadataCollector page) {
        List<MainText.Strip> text = new ArrayList<>();
        for (int i = 0; i < main.size(); i++) {
            MainText.Strip strip = main.get(i);
            boolean mayBeByline = i < MAX_STRIPS_IN_TEXT && strip.kind() == Block.Kind.PARAGRAPH;
            Optional<Byline> byline = mayBeByline ? of(strip) : Optional.empty();
            byline.ifPresent(found -> offer(found, strip, page));
            boolean isAtEnd = 2 * i > main.size() && main.size() - i <= MAX_STRIPS_AFTER_TEXT;
            if (byline.isEmpty() && !(isAtEnd && isAboutAuthor(strip, page))) {
                text.add(strip);
            }
        }
        return text;
    }

    /** "Ida Berg covers the harbour for the Courier.", which stands below many articles of hers. */
    private static boolean isAboutAuthor(MainText.Strip strip, MetadataCollector page) {
        String text = strip.plain();
        if (strip.words() > MAX_WORDS_ABOUT_AUTHOR) {
            return false;
        }
        for (String author : page.get(MetadataCollector.Item.AUTHOR).split(", | and ")) {
            boolean isFullName = author.indexOf(' ') > 0;
            if (isFullName && text.startsWith(author) && isVerb(text.substring(author.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVerb(String afterName) {
        return VERBS_OF_AUTHORS.stream().anyMatch(afterName::startsWith);
    }

    private static Optional<Byline> of(MainText.Strip strip) {
        return strip.linkShare() < 1 || strip.plain().startsWith("By ") ? Byline.of(strip.plain()) : Optional.empty();
    }

    private static void offer(Byline byline, MainText.Strip strip, MetadataCollector page) {
        MetadataCollector.Item dayIs = DateLabels.isModified(strip.plain())
                ? MetadataCollector.Item.MODIFIED
                : MetadataCollector.Item.PUBLISHED;
        page.offer(
                        MetadataCollector.Item.AUTHOR,
                        EMPLOYER.matcher(byline.author()).replaceFirst(""),
                        "byline")
                .offer(dayIs, byline.day(), "date line");
    }
}
