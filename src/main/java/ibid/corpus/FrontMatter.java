package ibid.corpus;

import ibid.IbidException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the YAML over a Markdown article for what it says of the article's making. */
final class FrontMatter {

    private static final int LONGEST_FRONT = 100_000;     // letters
    private static final int LONGEST_LIST = 100;
    private static final String FRONT = "front matter";
    private static final Map<TitlePage.Item, List<String>> STATED = Map.of(TitlePage.Item.TITLE, List.of("title"), TitlePage.Item.SUBTITLE, List.of("subtitle", "description"), TitlePage.Item.AUTHOR, List.of("author", "authors"),
            TitlePage.Item.PUBLISHER, List.of("publisher"), TitlePage.Item.URL, List.of("url", "canonical"), TitlePage.Item.LANGUAGE, List.of("language", "lang"), TitlePage.Item.SECTION, List.of("section"));

    private FrontMatter() {}

    static TitlePage read(String block) {
        return titlePage(yaml(block));
    }

    private static Map<?, ?> yaml(String block) {
        try {
            Object value = new Yaml(new SafeConstructor(limits())).load(block);
            return value instanceof Map<?, ?> map ? map : Map.of();
        } catch (YAMLException broken) {
            throw new IbidException(IbidException.Code.INVALID, "the front matter is not YAML: " + broken.getMessage().lines().findFirst().orElse(""), broken);
        }
    }

    /** No list or map may stand twice: repeated in one another a few lines become gigabytes. */
    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setCodePointLimit(LONGEST_FRONT);
        return limits;
    }

    private static TitlePage titlePage(Map<?, ?> front) {
        TitlePage page = new TitlePage();
        STATED.forEach((item, keys) -> keys.forEach(key -> page.offer(item, text(front, key), FRONT)));
        page.offer(TitlePage.Item.PUBLISHED, day(front, "published"), FRONT).offer(TitlePage.Item.PUBLISHED, day(front, "date"), FRONT)
                .offer(TitlePage.Item.MODIFIED, day(front, "modified"), FRONT).offer(TitlePage.Item.MODIFIED, day(front, "updated"), FRONT);
        return page.offerTags(topics(front.get("topics")), FRONT).offerTags(topics(front.get("tags")), FRONT);
    }

    private static String day(Map<?, ?> front, String key) {
        String stated = text(front, key), day = Dates.firstIn(stated).map(LocalDate::toString).orElse("");
        if (!stated.isEmpty() && day.isEmpty()) throw new IbidException(IbidException.Code.INVALID, "“" + key + ": " + stated + "” in the front matter is not a date; write it as 2024-10-01");
        return day;
    }

    private static String text(Map<?, ?> front, String key) {
        return switch (front.get(key)) {
            case null -> "";
            case Date date -> date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();   // YAML reads a bare date as midnight UTC
            case List<?> list -> String.join(", ", scalars(list));
            case Object value -> scalar(value).strip();
        };
    }

    private static List<String> topics(Object value) {
        if (value instanceof List<?> list) return scalars(list);
        return value == null ? List.of() : List.of(scalar(value).split("\\s*,\\s*"));
    }

    private static List<String> scalars(List<?> list) {
        return list.stream().limit(LONGEST_LIST).map(FrontMatter::scalar).filter(text -> !text.isEmpty()).toList();
    }

    /** A value's text, or its name where it is a thing. */
    private static String scalar(Object value) {
        Object plain = value instanceof Map<?, ?> map ? map.get("name") : value;
        if (plain == null || plain instanceof java.util.Collection<?> || plain instanceof Map<?, ?>) return "";
        String text = String.valueOf(plain);
        return text.length() <= TitlePage.LONGEST ? text : text.substring(0, TitlePage.LONGEST);
    }
}
