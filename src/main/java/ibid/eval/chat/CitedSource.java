package ibid.eval.chat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A source that a reply names.
 *
 * @param id    the server's own name for it, or empty
 * @param words what the server says that the source says; empty if it gives the address only
 * @param date  as the server writes it
 */
record CitedSource(String id, String title, String url, String words, String date) {

    /** The names that servers use for one thing, the most exact first. */
    private static final List<String> ID = List.of("document_id", "id", "chunk_id", "doc_id"),
            TITLE =
                    List.of(
                            "title",
                            "document_title",
                            "document_name",
                            "doc_name",
                            "semantic_identifier",
                            "name",
                            "filename",
                            "file_name",
                            "filepath"),
            URL = List.of("url", "link", "href", "source_url", "source", "filepath"),
            WORDS =
                    List.of(
                            "cited_text",
                            "quote",
                            "snippet",
                            "content",
                            "text",
                            "excerpt",
                            "blurb",
                            "chunk",
                            "page_content"),
            DATE = List.of("date", "published", "published_date", "published_at", "last_updated", "updated_at");

    /** The fields in which servers put the source itself beside what they say of the citation. */
    private static final List<String> WRAPPERS = List.of("url_citation", "file_citation", "document", "source");

    static CitedSource of(ForeignJson item) {
        if (!item.text().isEmpty()) {
            return isAddress(item.text())
                    ? new CitedSource("", "", item.text(), "", "")
                    : new CitedSource(item.text(), item.text(), "", "", "");
        }
        CitedSource source = ofFields(item);
        for (String wrapper : WRAPPERS) {
            if (item.at(wrapper).isObject()) {
                source = source.completedBy(of(item.at(wrapper)));
            }
        }
        return source;
    }

    private static CitedSource ofFields(ForeignJson item) {
        return new CitedSource(
                item.firstText(ID), item.firstText(TITLE), item.firstText(URL), words(item), item.firstText(DATE));
    }

    /** One text, or the texts of a list such as Open WebUI's chunks or Anthropic's blocks. */
    private static String words(ForeignJson item) {
        String words = item.firstText(WORDS);
        for (String name : List.of("document", "content", "snippets", "extra_snippets")) {
            if (words.isEmpty()) {
                words = item.at(name).items().stream()
                        .map(part -> part.isObject() ? part.at("text").text() : part.text())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n"));
            }
        }
        return words;
    }

    private static boolean isAddress(String text) {
        String start = text.toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    /** The same with what only the other knows. */
    CitedSource completedBy(CitedSource other) {
        return new CitedSource(
                or(id, other.id),
                or(title, other.title),
                or(url, other.url),
                or(words, other.words),
                or(date, other.date));
    }

    private static String or(String mine, String others) {
        return mine.isEmpty() ? others : mine;
    }

    /** Whether both name the same source: by address, else by the server's own name, else by title and words. */
    boolean isSame(CitedSource other) {
        if (!url.isEmpty() && !other.url.isEmpty()) {
            return url.equals(other.url) && agree(words, other.words);
        }
        if (!id.isEmpty() && !other.id.isEmpty()) {
            return id.equals(other.id);
        }
        return !title.isEmpty() && title.equals(other.title) && agree(words, other.words);
    }

    /** Two passages of one article are two sources. */
    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.contains(other) || other.contains(one);
    }

    boolean isEmpty() {
        return title.isEmpty() && url.isEmpty() && words.isEmpty();
    }
}
