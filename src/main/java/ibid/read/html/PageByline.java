package ibid.read.html;

import ibid.article.Block;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.MetadataCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Believes the lines between a page's headline and its text that say who wrote it and when, and takes them out of the
 * text.
 */
final class PageByline {

    private static final int LOOKED = 12; // stretches over the text
    private static final int IN_TEXT = 3; // and from its top
    private static final Pattern EMPLOYER =
            Pattern.compile(",\\s*(?:the )?(?:[\\p{L}.’'-]+ ){0,4}(?:Press|Reuters|AFP|Bloomberg|News|"
                    + "Times|Post|Correspondent|Editor|Reporter|Writer|Agency)$");

    private PageByline() {}

    /** @return the text without such lines */
    static List<MainText.Strip> takenFrom(List<MainText.Strip> main, List<MainText.Strip> all, MetadataCollector page) {
        if (main.isEmpty()) {
            return main;
        }
        int top = 0;
        while (all.get(top) != main.getFirst()) {
            top++;
        }
        int from = Math.max(0, top - LOOKED);
        for (int i = from; i < top; i++) {
            if (all.get(i).bare().equalsIgnoreCase(page.get(MetadataCollector.Item.TITLE))) {
                from = i + 1;
            }
        }
        for (MainText.Strip strip : all.subList(from, top)) {
            of(strip).ifPresent(byline -> offer(byline, page));
        }
        List<MainText.Strip> text = new ArrayList<>();
        for (int i = 0; i < main.size(); i++) {
            Optional<Byline> byline =
                    i < IN_TEXT && main.get(i).kind() == Block.Kind.PARAGRAPH ? of(main.get(i)) : Optional.empty();
            byline.ifPresent(found -> offer(found, page));
            if (byline.isEmpty()) {
                text.add(main.get(i));
            }
        }
        return text.isEmpty() ? main : text;
    }

    private static Optional<Byline> of(MainText.Strip strip) {
        return strip.linkShare() < 1 || strip.bare().startsWith("By ") ? Byline.of(strip.bare()) : Optional.empty();
    }

    private static void offer(Byline byline, MetadataCollector page) {
        page.offer(
                        MetadataCollector.Item.AUTHOR,
                        EMPLOYER.matcher(byline.author()).replaceFirst(""),
                        "byline")
                .offer(MetadataCollector.Item.PUBLISHED, byline.day(), "date line");
    }
}
