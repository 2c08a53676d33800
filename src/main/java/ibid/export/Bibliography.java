package ibid.export;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.api.Json;
import ibid.api.share.PageAddress;
import ibid.api.share.RecheckBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cited articles as entries for a reference manager, each once, in the order of first use; each says whether its
 * quoted words hold today, and how the answer was made.
 */
final class Bibliography {

    /** Characters that TeX reads as commands, and how they are written as text. */
    private static final Map<Character, String> TEX = Map.of(
            '\\',
            "\\textbackslash{}",
            '{',
            "\\{",
            '}',
            "\\}",
            '%',
            "\\%",
            '&',
            "\\&",
            '$',
            "\\$",
            '#',
            "\\#",
            '_',
            "\\_",
            '^',
            "\\^{}",
            '~',
            "\\~{}");

    private final String receipt;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A cited article.
     *
     * @param first    its first footnote
     * @param standing whether its quoted words hold today
     */
    private record Entry(FootnoteBody first, String url, String standing) {

        ArticleBody article() {
            return first.article();
        }
    }

    Bibliography(AnswerBody answer, RecheckBody today, PageAddress page) {
        Standing standing = Standing.of(today);
        this.receipt = AnswerDocument.receipt(answer, standing);
        Map<String, List<FootnoteBody>> cited = new LinkedHashMap<>();
        for (FootnoteBody footnote : answer.footnotes()) {
            cited.computeIfAbsent(footnote.article().id(), id -> new ArrayList<>())
                    .add(footnote);
        }
        for (List<FootnoteBody> notes : cited.values()) {
            List<Integer> numbers = notes.stream().map(FootnoteBody::number).toList();
            entries.add(new Entry(notes.getFirst(), page.of(notes.getFirst()), standing.of(numbers)));
        }
    }

    /** BibTeX: {@code @article} entries; the journal is the publisher. */
    String bibtex() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            ArticleBody article = entry.article();
            String published = article.published();
            text.append("@article{").append(article.id()).append(",\n");
            append(text, "title", "{" + tex(article.title()) + "}");
            append(text, "author", author(article));
            append(text, "journal", tex(article.publisher()));
            append(text, "date", published);
            append(text, "year", published.isEmpty() ? "" : published.substring(0, 4));
            append(text, "url", entry.url().replace("%", "\\%").replace("#", "\\#"));
            append(text, "note", tex(entry.standing()));
            append(text, "annote", tex(receipt));
            text.append("}\n\n");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String field, String value) {
        if (!value.isEmpty()) {
            text.append("  ").append(field).append(" = {").append(value).append("},\n");
        }
    }

    /** In braces of its own: "Ibid Asia Desk" is one name, not a first and a last one. */
    private static String author(ArticleBody article) {
        return article.author().isEmpty() ? "" : "{" + tex(article.author()) + "}";
    }

    private static String tex(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.toCharArray()) {
            escaped.append(TEX.getOrDefault(letter, String.valueOf(letter)));
        }
        return escaped.toString();
    }

    /** Citation Style Language, version 1.0.2 of its JSON schema. */
    String csl() {
        return Json.writePretty(entries.stream().map(this::item).toList());
    }

    private Map<String, Object> item(Entry entry) {
        ArticleBody article = entry.article();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", article.id());
        item.put("type", "article-newspaper");
        item.put("title", article.title());
        if (!article.author().isEmpty()) {
            item.put("author", List.of(Map.of("literal", article.author())));
        }
        if (!article.publisher().isEmpty()) {
            item.put("container-title", article.publisher());
        }
        if (!article.published().isEmpty()) {
            item.put("issued", Map.of("date-parts", List.of(dateParts(article.published()))));
        }
        item.put("URL", entry.url());
        item.put("note", entry.standing());
        item.put("annote", receipt);
        return item;
    }

    private static List<Integer> dateParts(String isoDate) {
        List<Integer> parts = new ArrayList<>();
        for (String part : isoDate.split("-")) {
            parts.add(Integer.valueOf(part));
        }
        return parts;
    }
}
