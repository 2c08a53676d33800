package ibid.read.text;

import ibid.language.time.Dates;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.MetadataCollector;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the metadata of a Markdown article from the YAML or TOML above it. Unreadable front matter does not prevent
 * reading the article.
 */
final class FrontMatter {

    private static final int MAX_YAML_CHARS = 100_000;
    private static final int MAX_ENTRIES = 100;
    private static final String SOURCE = "front matter";
    private static final Pattern LINE = Pattern.compile("^([\\p{L}_-][\\p{L}\\p{N}_.-]{0,40})\\s*[:=]\\s*(\\S.*)$");
    private static final Pattern OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Map<MetadataCollector.Item, List<String>> KEYS = Map.of(
            MetadataCollector.Item.TITLE,
            List.of("title"),
            MetadataCollector.Item.SUBTITLE,
            List.of("subtitle", "description"),
            MetadataCollector.Item.AUTHOR,
            List.of("author", "authors"),
            MetadataCollector.Item.PUBLISHER,
            List.of("publisher"),
            MetadataCollector.Item.URL,
            List.of("url", "canonical"),
            MetadataCollector.Item.LANGUAGE,
            List.of("language", "lang"),
            MetadataCollector.Item.SECTION,
            List.of("section"));

    private FrontMatter() {}

    /**
     * @param block  without its fences
     * @param unread receives the lines that cannot be read
     * @return empty if the block is text, not front matter
     */
    static Optional<MetadataCollector> read(String block, List<String> unread) {
        Map<?, ?> front = yaml(block).orElseGet(() -> byLine(block, unread));
        return front.isEmpty() && !block.isBlank()
                ? Optional.empty()
                : Optional.of(titlePage(inLowerCase(front), unread));
    }

    private static Map<String, Object> inLowerCase(Map<?, ?> front) {
        Map<String, Object> lower = new LinkedHashMap<>();
        front.forEach((key, value) -> lower.putIfAbsent(String.valueOf(key).toLowerCase(Locale.ROOT), value));
        return lower;
    }

    private static Optional<Map<?, ?>> yaml(String block) {
        try {
            return new Yaml(new SafeConstructor(limits())).load(block) instanceof Map<?, ?> map
                    ? Optional.of(map)
                    : Optional.empty();
        } catch (YAMLException | IllegalArgumentException broken) { // the latter for invalid base64
            return Optional.empty();
        }
    }

    /** "key: value" or "key = value", as in TOML and in handwritten YAML whose values contain colons. */
    private static Map<String, Object> byLine(String block, List<String> unread) {
        Map<String, Object> front = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (String line : block.lines().limit(MAX_ENTRIES).toList()) {
            Matcher found = LINE.matcher(line);
            if (found.matches()) {
                front.putIfAbsent(
                        found.group(1).toLowerCase(Locale.ROOT),
                        value(found.group(2).strip()));
            } else if (!line.isBlank()) {
                others.add(line.strip());
            }
        }
        if (front.size() < others.size()) {
            return Map.of();
        }
        others.forEach(line -> unread.add("front matter: " + line));
        return front;
    }

    private static Object value(String written) {
        if (written.startsWith("[") && written.endsWith("]")) {
            return Stream.of(OUTSIDE_QUOTES.split(written.substring(1, written.length() - 1)))
                    .map(FrontMatter::unquoted)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        return unquoted(written);
    }

    private static String unquoted(String written) {
        String text = written.strip();
        return text.length() > 1
                        && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"))
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** No list or map may be used twice: nested aliases turn a few lines into gigabytes. */
    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setCodePointLimit(MAX_YAML_CHARS);
        limits.setAllowDuplicateKeys(false); // else it prints a warning; reading by lines takes the first value
        return limits;
    }

    private static MetadataCollector titlePage(Map<?, ?> front, List<String> unread) {
        MetadataCollector page = new MetadataCollector();
        KEYS.forEach((item, keys) -> keys.forEach(key -> page.offer(
                item, item == MetadataCollector.Item.AUTHOR ? authors(front, key) : text(front, key), SOURCE)));
        page.offer(MetadataCollector.Item.PUBLISHED, day(front, "published", unread), SOURCE)
                .offer(MetadataCollector.Item.PUBLISHED, day(front, "date", unread), SOURCE)
                .offer(MetadataCollector.Item.PUBLISHED, dayInPath(front), "path in the front matter")
                .offer(MetadataCollector.Item.MODIFIED, day(front, "modified", unread), SOURCE)
                .offer(MetadataCollector.Item.MODIFIED, day(front, "updated", unread), SOURCE);
        return page.offerTags(topics(front.get("topics")), SOURCE).offerTags(topics(front.get("tags")), SOURCE);
    }

    /** The day in the path that a site generator gives the article. */
    private static String dayInPath(Map<?, ?> front) {
        return Stream.of("path", "permalink", "slug")
                .map(key -> text(front, key))
                .flatMap(path -> Dates.inPath(path).or(() -> Dates.atStartOf(path)).stream())
                .findFirst()
                .map(LocalDate::toString)
                .orElse("");
    }

    private static String day(Map<?, ?> front, String key, List<String> unread) {
        String stated = text(front, key),
                day = Dates.firstIn(stated).map(LocalDate::toString).orElse("");
        if (!stated.isEmpty() && day.isEmpty()) {
            unread.add("front matter: “" + key + ": " + stated + "” is not a whole date; write it as 2024-10-01");
        }
        return day;
    }

    private static String authors(Map<?, ?> front, String key) {
        String stated = text(front, key);
        return front.get(key) instanceof List<?> ? stated : Byline.inSpokenOrder(stated);
    }

    private static String text(Map<?, ?> front, String key) {
        return switch (front.get(key)) {
            case null -> "";
            case Date date ->
                date.toInstant()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString(); // YAML reads a bare date as midnight UTC
            case List<?> list ->
                String.join(
                        ", ", scalars(list).stream().map(Byline::inSpokenOrder).toList());
            case Object value -> scalar(value).strip();
        };
    }

    private static List<String> topics(Object value) {
        if (value instanceof List<?> list) {
            return scalars(list);
        }
        return value == null ? List.of() : List.of(scalar(value).split("\\s*,\\s*"));
    }

    private static List<String> scalars(List<?> list) {
        return list.stream()
                .limit(MAX_ENTRIES)
                .map(FrontMatter::scalar)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Object nameIn(Map<?, ?> person) {
        boolean isParted = person.get("name") == null && person.get("family") != null && person.get("given") != null;
        return isParted ? person.get("given") + " " + person.get("family") : person.get("name");
    }

    /** The text of a value, or the name in a map, which bibliographies part into given and family name. */
    private static String scalar(Object value) {
        Object plain = value instanceof Map<?, ?> map ? nameIn(map) : value;
        if (plain == null || plain instanceof java.util.Collection<?> || plain instanceof Map<?, ?>) {
            return "";
        }
        String text = String.valueOf(plain);
        return text.length() <= MetadataCollector.MAX_VALUE_CHARS
                ? text
                : text.substring(0, MetadataCollector.MAX_VALUE_CHARS);
    }
}
