package ibid.read.html.head;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ibid.language.CharRuns;
import ibid.read.manuscript.Byline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page states about its article as JSON-LD in the vocabulary of schema.org. */
final class JsonLd {

    /** Reads also what programs write wrongly: line breaks within words, a comma too many. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private static final List<String> PAGE_TYPES = List.of("WebPage", "HowTo", "Recipe", "Report", "CreativeWork");
    private static final String CONTEXT = "{\"@context\""; // of a script that does not say what it is
    private static final int MAX_LIST_CHARS = 5000;

    private final PageElements page;
    private final List<JsonNode> articles = new ArrayList<>();
    private final List<JsonNode> pages = new ArrayList<>(); // what is said of the page, not of its article
    private final Map<String, JsonNode> things = new HashMap<>(); // by id
    private final Optional<JsonNode> article; // the article of this page

    JsonLd(Document document, PageElements page) {
        this.page = page;
        document.select("script[type=application/ld+json]").forEach(script -> collect(parse(script.data())));
        document.select("script:not([type])").stream()
                .map(Element::data)
                .filter(script -> script.strip().startsWith(CONTEXT))
                .forEach(script -> collect(parse(script)));
        article = articles.stream()
                .filter(this::isThisPage)
                .findFirst()
                .or(() -> articles.stream().findFirst());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(withoutWrapping(json));
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode(); // invalid metadata is ignored
        }
    }

    /** Without the "CDATA" and comment signs that programs wrap a script in. */
    private static String withoutWrapping(String json) {
        int start = CharRuns.end(json, 0, CharRuns.noneOf("{["));
        if (json.startsWith("[CDATA[", start)) {
            start = CharRuns.end(json, start + "[CDATA[".length(), CharRuns.noneOf("{["));
        }
        int end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'));
        int cdata = json.lastIndexOf("]]>");
        if (start == 0 && cdata < 0 || end < start) {
            return json;
        }
        return json.substring(start, cdata > start ? cdata : end + 1);
    }

    private void collect(JsonNode node) {
        if (node == null) {
            return;
        }
        String id = node.path("@id").asText("");
        if (!id.isEmpty() && node.has("name")) {
            things.putIfAbsent(id, node);
        }
        if (isArticle(node)) {
            articles.add(node);
        }
        String type = node.path("@type").toString();
        if (PAGE_TYPES.stream().anyMatch(type::contains)) {
            pages.add(node);
        }
        if (node.isArray()) {
            node.forEach(this::collect);
        }
        collect(node.get("@graph"));
        collect(node.get("mainEntity"));
    }

    private static boolean isArticle(JsonNode node) {
        String type = node.path("@type").toString();
        return type.contains("Article") || type.contains("Posting");
    }

    /** Whether it has the page's address or title; other articles are linked stories. */
    private boolean isThisPage(JsonNode candidate) {
        JsonNode main = candidate.path("mainEntityOfPage");
        for (JsonNode node : List.of(candidate.path("url"), main, main.path("@id"), candidate.path("@id"))) {
            if (page.isOwnAddress(node.asText(""))) {
                return true;
            }
        }
        String headline = PageElements.clean(candidate.path("headline").asText(""));
        return page.isInTitle(headline);
    }

    boolean isLiveBlog() {
        return article.filter(one -> one.path("@type").toString().contains("LiveBlogPosting"))
                .isPresent();
    }

    /** A property of the article: its text, or the name of an object; empty if it is not stated. */
    String text(String property) {
        JsonNode value = value(property);
        JsonNode first = value.isArray() ? value.path(0) : value;
        String text = first.isObject() ? name(first) : first.asText("");
        return text.isBlank() ? "" : text;
    }

    /** A property of the page itself, as Yoast states it. */
    String ofPage(String property) {
        for (JsonNode one : pages) {
            if (!one.path(property).asText("").isBlank()) {
                return one.path(property).asText("");
            }
        }
        return "";
    }

    private JsonNode value(String property) {
        return article.map(one -> one.path(property)).orElse(JSON.missingNode());
    }

    /** Resolves an object that is given only by its id and defined elsewhere on the page. */
    private String name(JsonNode thing) {
        String name = thing.path("name").asText("");
        if (!name.isEmpty()) {
            return name;
        }
        JsonNode text = things.get(thing.path("@id").asText(""));
        return text == null ? "" : text.path("name").asText("");
    }

    /** Every name of a property that may be one person or several. */
    String people(String property) {
        JsonNode value = value(property);
        if (!value.isArray()) {
            return person(value);
        }
        StringJoiner names = new StringJoiner(", ");
        for (JsonNode one : value) {
            if (!person(one).isBlank()) {
                names.add(person(one));
            }
        }
        return names.toString();
    }

    private String person(JsonNode value) {
        return Byline.inSpokenOrder(PageElements.personName(value.isObject() ? name(value) : value.asText("")));
    }

    List<String> list(String property) {
        JsonNode value = value(property);
        if (!value.isArray()) {
            return parts(value.asText(""));
        }
        List<String> list = new ArrayList<>();
        value.forEach(one -> list.add(one.asText()));
        return list;
    }

    private static List<String> parts(String stated) {
        if (stated.isBlank()) {
            return List.of();
        }
        String start = stated.substring(0, Math.min(stated.length(), MAX_LIST_CHARS));
        return Arrays.stream(start.split(",")).map(String::strip).toList();
    }
}
