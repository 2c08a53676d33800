package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Entities;

/** A page of an outlet that does not exist, around an article. */
final class ArchivePage {

    /** How an outlet writes HTML. */
    enum Style {
        /** Elements and names say what is what. */
        SEMANTIC("Orve Courier"),
        /** Everything is a division, with telling names. */
        NAMED("Vik Morning Post"),
        /** Names are made by a program, and furniture stands between the paragraphs in elements like theirs. */
        MASHED("Sound Tribune");

        private final String outlet;

        Style(String outlet) {
            this.outlet = outlet;
        }

        String outlet() {
            return outlet;
        }
    }

    private static final List<String> AUTHORS = List.of("Ida Berg", "Olaf Lind", "Karin Holm", "Nils Aas", "Eva Roth");
    private static final String NEWSLETTER = "Sign up for our morning letter and get the day's six stories by seven.";
    private static final String APPEAL =
            "The %s is owned by its readers, and every subscription keeps a reporter on the quay.";
    private static final String ADVERTISEMENT = "Article continues after this advertisement";
    private static final String TIP =
            "Do you know more about this? Write to our desk at tips@%s.example in confidence.";
    private static final String POLICY = "The %s corrects its mistakes as soon as it learns of them.";
    private static final String APP = "Read this and other stories in our app, which works without a connection.";
    private static final String RIGHTS = "© 2024 %s. All rights reserved. Reproduction only with written permission.";
    private static final String PRIZE = "Winner of the Harbour Prize for local reporting in 2019 and 2022.";
    private static final String BIO = "%s has written about the islands for the %s since 2011.";
    private static final String AUDIO = "Listen to this article, read by a voice that a program made.";

    private final List<JsonNode> articles;
    private final int number;
    private final Style style;
    private final List<String> paragraphs;
    private final Set<String> furniture = new LinkedHashSet<>();
    private final Set<String> changing = new LinkedHashSet<>();

    ArchivePage(List<JsonNode> articles, int number) {
        this.articles = articles;
        this.number = number;
        this.style = Style.values()[number % Style.values().length];
        this.paragraphs = Arrays.stream(text("text").split("\\n\\s*\\n"))
                .map(OutletArchive::plain)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    Style style() {
        return style;
    }

    /** The article's own paragraphs, each once. */
    List<String> paragraphs() {
        return List.copyOf(new HashSet<>(paragraphs));
    }

    /** The lines of the page that are no article's, as the same outlet repeats them; after {@link #html}. */
    Set<String> furniture() {
        return furniture;
    }

    /** Those that no other page has: the byline, links to other articles; after {@link #html}. */
    Set<String> changing() {
        return changing;
    }

    private String text(String field) {
        return articles.get(number).path(field).asText();
    }

    private String slug() {
        return style.outlet().toLowerCase().replace(" ", "");
    }

    private String author() {
        return AUTHORS.get(number % AUTHORS.size());
    }

    String html() {
        String title = text("title");
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title + " | " + style.outlet()))
                .append("</title><meta property=\"og:site_name\" content=\"" + style.outlet() + "\">")
                .append("<link rel=\"canonical\" href=\"https://www." + slug() + ".example/" + number
                        + "\"></head><body>\n");
        page.append(box("header", "masthead", links("Home", "Islands", "Harbour", "Markets", "Letters", "Weather")));
        StringBuilder story = new StringBuilder("<h1>" + escaped(title) + "</h1>\n");
        story.append(line("By " + author() + ", " + style.outlet(), false)).append(line(AUDIO, true));
        for (int at = 0; at < paragraphs.size(); at++) {
            story.append("<p>" + escaped(paragraphs.get(at)) + "</p>\n").append(inserted(at));
        }
        story.append(line(BIO.formatted(author(), style.outlet()), true))
                .append(line(TIP.formatted(slug()), true))
                .append(line(POLICY.formatted(style.outlet()), true))
                .append(related());
        page.append(
                style == Style.SEMANTIC
                        ? "<main><article>" + story + "</article></main>"
                        : "<div class=\"" + name("story") + "\">" + story + "</div>");
        page.append(box("aside", "sidebar", line(PRIZE, true) + line(APP, true)));
        page.append(box(
                "footer",
                "footer",
                line(RIGHTS.formatted(style.outlet()), true) + links("About us", "Contact", "Terms", "Privacy")));
        return page.append("</body></html>").toString();
    }

    /** What stands between two paragraphs. */
    private String inserted(int after) {
        return switch (after) {
            case 1 -> line(NEWSLETTER, true);
            case 3 -> line(ADVERTISEMENT, true);
            case 4 -> line("Read more: " + other(7), false);
            case 5 -> line(APPEAL.formatted(style.outlet()), true);
            default -> "";
        };
    }

    private String related() {
        List<String> items = new ArrayList<>();
        for (int step : List.of(3, 11, 19, 29)) {
            changing.add(OutletArchive.plain(other(step)));
            items.add("<li><a href=\"/x\">" + escaped(other(step)) + "</a></li>");
        }
        return box(
                "aside",
                "related",
                "<h2>More from the " + style.outlet() + "</h2><ul>" + String.join("\n", items) + "</ul>");
    }

    private String other(int step) {
        return articles.get((number + step) % articles.size()).path("title").asText();
    }

    private String line(String text, boolean recurs) {
        (recurs ? furniture : changing).add(OutletArchive.plain(text));
        String element = style == Style.NAMED ? "div" : "p";
        String name = style == Style.NAMED ? " class=\"" + (text.startsWith("By ") ? "byline" : "promo") + "\"" : "";
        return "<" + element + name + ">" + escaped(text) + "</" + element + ">\n";
    }

    private String box(String element, String name, String inner) {
        return style == Style.SEMANTIC
                ? "<" + element + ">" + inner + "</" + element + ">\n"
                : "<div class=\"" + name(name) + "\">" + inner + "</div>\n";
    }

    /** A telling name, or one that a program made. */
    private String name(String name) {
        return style == Style.MASHED ? "c" + Integer.toHexString(name.hashCode() & 0xFFFFF) : name;
    }

    private static String links(String... words) {
        StringBuilder list = new StringBuilder("<ul>");
        for (String word : words) {
            list.append("<li><a href=\"/")
                    .append(word.toLowerCase())
                    .append("\">")
                    .append(word)
                    .append("</a></li>\n");
        }
        return list.append("</ul>").toString();
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }
}
