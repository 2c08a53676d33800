package ibid.export;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.api.Json;
import ibid.api.share.PageAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cited articles as entries for a reference manager, each once, in the order of first use. */
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

    private Bibliography() {}

    /** BibTeX: {@code @article} entries; the journal is the publisher. */
    static String bibtex(AnswerBody answer, PageAddress page) {
        StringBuilder entries = new StringBuilder();
        for (FootnoteBody footnote : cited(answer)) {
            ArticleBody article = footnote.article();
            entries.append("@article{").append(article.id()).append(",\n");
            append(entries, "title", "{" + tex(article.title()) + "}");
            append(entries, "author", author(article));
            append(entries, "journal", tex(article.publisher()));
            append(entries, "date", article.published());
            append(
                    entries,
                    "year",
                    article.published().isEmpty() ? "" : article.published().substring(0, 4));
            append(entries, "url", page.of(footnote).replace("%", "\\%").replace("#", "\\#"));
            entries.append("}\n\n");
        }
        return entries.toString();
    }

    private static void append(StringBuilder entries, String field, String value) {
        if (!value.isEmpty()) {
            entries.append("  ").append(field).append(" = {").append(value).append("},\n");
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

    private static List<FootnoteBody> cited(AnswerBody answer) {
        Map<String, FootnoteBody> first = new LinkedHashMap<>();
        for (FootnoteBody footnote : answer.footnotes()) {
            first.putIfAbsent(footnote.article().id(), footnote);
        }
        return List.copyOf(first.values());
    }

    /** Citation Style Language, version 1.0.2 of its JSON schema. */
    static String csl(AnswerBody answer, PageAddress page) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (FootnoteBody footnote : cited(answer)) {
            items.add(item(footnote, page));
        }
        return Json.writePretty(items);
    }

    private static Map<String, Object> item(FootnoteBody footnote, PageAddress page) {
        ArticleBody article = footnote.article();
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
        item.put("URL", page.of(footnote));
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
