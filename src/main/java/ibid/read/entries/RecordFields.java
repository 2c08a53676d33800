package ibid.read.entries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import ibid.read.manuscript.WebAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a record states of an article, by the names that exports, crawlers and news interfaces use. Capitals, hyphens
 * and underscores in names do not count.
 */
final class RecordFields {

    /** What it must have, for people. */
    static final String WANTED = "text, content, body, articleBody or html, or at least a description";

    private static final String SOURCE = "record";
    private static final List<String> TEXTS = List.of(
            "text",
            "content",
            "body",
            "articlebody",
            "articletext",
            "fulltext",
            "maintext",
            "bodytext",
            "contenttext",
            "contenthtml",
            "bodyhtml",
            "html",
            "story",
            "paragraphs",
            "transcript",
            "article");
    private static final List<String> SUMMARIES =
            List.of("description", "summary", "abstract", "excerpt", "trailtext", "lead", "snippet");
    private static final List<String> IDS = List.of("id", "guid", "uuid", "articleid", "docid", "documentid");
    private static final List<String> URLS = List.of(
            "url",
            "link",
            "weburl",
            "canonicalurl",
            "canonical",
            "permalink",
            "sourceurl",
            "articleurl",
            "externalurl");
    private static final List<String> DATES = List.of(
            "datepublished",
            "publishedat",
            "published",
            "publisheddate",
            "publicationdate",
            "pubdate",
            "publishdate",
            "datepublish",
            "webpublicationdate",
            "date",
            "issued",
            "dategmt",
            "createdat",
            "created",
            "timestamp",
            "datetime",
            "time",
            "day");
    private static final List<String> MODIFIED =
            List.of("datemodified", "updatedat", "modified", "updated", "lastmodified", "datemodify");
    private static final Map<Item, List<String>> NAMES = Map.of(
            Item.TITLE, List.of("title", "headline", "webtitle", "name", "titletext"),
            Item.SUBTITLE, List.of("subtitle", "standfirst", "subheadline", "dek", "subhead"),
            Item.AUTHOR, List.of("author", "authors", "byline", "creator", "writer", "journalist"),
            Item.PUBLISHER,
                    List.of(
                            "publisher",
                            "outlet",
                            "source",
                            "sitename",
                            "publication",
                            "newspaper",
                            "site",
                            "sourcename",
                            "sourcedomain",
                            "domain"),
            Item.LANGUAGE, List.of("language", "lang"),
            Item.SECTION, List.of("section", "sectionname", "category", "desk", "rubric"));
    private static final List<String> TAGS = List.of("tags", "keywords", "topics");
    private static final List<String> INNER = List.of("_source", "fields", "article", "record", "metadata", "meta");
    private static final List<String> PARTS_OF_VALUE =
            List.of("rendered", "text", "value", "name", "title", "html", "date", "default");
    private static final long MIN_SECONDS = 100_000_000; // 1973; a smaller number is none of seconds
    private static final long MIN_MILLIS = 100_000_000_000L;

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    RecordFields(JsonNode record) {
        addFrom(record);
        for (String name : INNER) { // as search engines and some interfaces wrap what they hold
            JsonNode inner = record.path(name);
            if (inner.isObject()) {
                addFrom(inner);
            }
        }
    }

    /** What a row of a table states, by the names of its columns. */
    static RecordFields of(Map<String, String> row) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        row.forEach(record::put);
        return new RecordFields(record);
    }

    private void addFrom(JsonNode object) {
        object.properties().forEach(field -> fields.putIfAbsent(plain(field.getKey()), field.getValue()));
    }

    private static String plain(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** The article's text, HTML or plain; its summary if that is all; or empty. */
    String text() {
        String text = first(TEXTS, "\n\n");
        return text.isBlank() ? first(SUMMARIES, "\n\n") : withoutCount(text);
    }

    boolean isSummary() {
        return first(TEXTS, "\n\n").isBlank();
    }

    /** "… [+2134 chars]", which a news interface puts in place of the rest. */
    private static String withoutCount(String text) {
        int open = text.lastIndexOf("[+");
        return open > 0 && text.endsWith(" chars]") ? text.substring(0, open).stripTrailing() : text;
    }

    EntryIdentity identity() {
        String id = first(IDS, " ");
        String url = first(URLS, " ");
        String own = url.isEmpty() ? id : url; // an id may be no more than the number of a row
        return EntryIdentity.of(own, url, first(NAMES.get(Item.TITLE), " "), day(first(DATES, " ")));
    }

    MetadataCollector stated() {
        MetadataCollector stated = new MetadataCollector();
        NAMES.forEach((item, names) -> stated.offer(item, first(names, ", "), SOURCE));
        String publisher = stated.get(Item.PUBLISHER);
        if (publisher.startsWith("http")) {
            stated.replace(Item.PUBLISHER, WebAddress.host(publisher));
        }
        stated.offer(Item.URL, first(URLS, " "), SOURCE);
        stated.offerDay(Item.PUBLISHED, day(first(DATES, " ")), SOURCE);
        stated.offerDay(Item.MODIFIED, day(first(MODIFIED, " ")), SOURCE);
        return stated.offerTags(tags(), SOURCE);
    }

    /** A number is seconds or milliseconds since 1970. */
    private static String day(String written) {
        String whole = written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
        boolean isNumber =
                whole.length() > 8 && whole.length() < 15 && whole.chars().allMatch(Character::isDigit);
        long number = isNumber ? Long.parseLong(whole) : 0;
        if (number < MIN_SECONDS) {
            return written;
        }
        Instant time = number < MIN_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private List<String> tags() {
        for (String name : TAGS) {
            List<String> found = texts(fields.get(name));
            if (!found.isEmpty()) {
                return found.size() == 1 ? List.of(found.getFirst().split("\\s*,\\s*")) : found;
            }
        }
        return List.of();
    }

    private String first(List<String> names, String separator) {
        for (String name : names) {
            String text = String.join(separator, texts(fields.get(name)));
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    /** The texts of a value: of a list, of each of its values; of an object, of its text or name. */
    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value == null || value.isNull() || value.isBoolean()) {
            return texts;
        }
        if (value.isArray()) {
            value.forEach(one -> texts.addAll(texts(one)));
        } else if (value.isObject()) {
            texts.addAll(ofObject(value));
        } else if (!value.asText().isBlank() && !value.asText().equals("NaN")) {
            texts.add(value.asText());
        }
        return texts;
    }

    private static List<String> ofObject(JsonNode object) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        object.properties().forEach(field -> parts.putIfAbsent(plain(field.getKey()), field.getValue()));
        for (String name : PARTS_OF_VALUE) {
            JsonNode part = parts.get(name);
            if (part != null && part.isValueNode() && !part.isNull()) {
                return List.of(part.asText());
            }
        }
        return List.of();
    }
}
