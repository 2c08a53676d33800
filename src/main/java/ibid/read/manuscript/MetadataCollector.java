package ibid.read.manuscript;

import ibid.article.ArticleMetadata;
import ibid.article.Imprint;
import ibid.language.injection.ShownText;
import ibid.language.time.Dates;
import ibid.read.bytes.Decoder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects the metadata of a file while it is read. The first value of an item is kept: offer the most reliable source
 * first.
 */
public final class MetadataCollector implements Serializable {

    private static final long serialVersionUID = 1;

    public enum Item {
        TITLE,
        SUBTITLE,
        AUTHOR,
        PUBLISHER,
        PUBLISHED,
        MODIFIED,
        URL,
        LANGUAGE,
        SECTION,
        TAGS
    }

    public static final int MAX_VALUE_CHARS = 2000; // a Lucene term holds at most 32 kB
    private static final int MIN_YEAR = 1500; // earlier years are placeholders of a form
    private static final int MAX_TAGS = 12;
    private static final int MAX_TAG_CHARS = 40; // longer ones are lists for search engines

    private final Map<Item, String> values = new EnumMap<>(Item.class);
    private final Map<Item, String> sources = new EnumMap<>(Item.class);
    private final List<String> tags = new ArrayList<>();

    public MetadataCollector offer(Item item, String value, String source) {
        String clean = item == Item.AUTHOR ? Byline.withoutBy(clean(value)) : clean(value);
        if (!clean.isEmpty() && values.putIfAbsent(item, clean) == null) {
            sources.put(item, source);
        }
        return this;
    }

    private static String clean(String value) {
        if (value == null) {
            return "";
        }
        String start = value.length() <= MAX_VALUE_CHARS ? value : value.substring(0, MAX_VALUE_CHARS);
        return ShownText.withoutTags(Decoder.clean(MainText.plain(start)))
                .replaceAll("\\s+", " ")
                .strip();
    }

    public MetadataCollector offerDay(Item item, String written, String source) {
        return offer(
                item,
                written == null
                        ? ""
                        : Dates.firstIn(written)
                                .filter(day -> day.getYear() >= MIN_YEAR)
                                .map(Object::toString)
                                .orElse(""),
                source);
    }

    public MetadataCollector offerTags(List<String> stated, String source) {
        List<String> fit = fitTags(stated);
        if (!fit.isEmpty() && values.putIfAbsent(Item.TAGS, String.join(", ", fit)) == null) {
            tags.addAll(fit);
            sources.put(Item.TAGS, source);
        }
        return this;
    }

    private static List<String> fitTags(List<String> stated) {
        return stated.stream()
                .map(tag -> Decoder.clean(tag).strip())
                .filter(tag -> !tag.isEmpty() && tag.length() <= MAX_TAG_CHARS)
                .distinct()
                .limit(MAX_TAGS)
                .toList();
    }

    public MetadataCollector copy() {
        MetadataCollector copy = new MetadataCollector();
        copy.values.putAll(values);
        copy.sources.putAll(sources);
        copy.tags.addAll(tags);
        return copy;
    }

    /** Replaces a value, or removes it if the other is empty. */
    public void replace(Item item, String other) {
        if (other.isEmpty()) {
            values.remove(item);
            sources.remove(item);
        } else {
            values.put(item, clean(other));
        }
    }

    /** Removes some tags and returns them. */
    public List<String> removeTags(Predicate<String> isRemoved) {
        List<String> removed = tags.stream().filter(isRemoved).toList();
        tags.removeAll(removed);
        return removed;
    }

    public String get(Item item) {
        return values.getOrDefault(item, "");
    }

    public Imprint imprint() {
        return new Imprint(
                get(Item.TITLE),
                get(Item.AUTHOR),
                get(Item.PUBLISHER),
                get(Item.PUBLISHED),
                basis(),
                get(Item.URL),
                get(Item.LANGUAGE),
                topics());
    }

    private List<String> topics() {
        Set<String> topics = new LinkedHashSet<>(tags);
        String section = get(Item.SECTION);
        if (!section.isEmpty() && topics.stream().noneMatch(section::equalsIgnoreCase)) {
            topics.add(section);
        }
        return List.copyOf(topics);
    }

    private Imprint.DateBasis basis() {
        if (get(Item.PUBLISHED).isEmpty()) {
            return Imprint.DateBasis.NONE;
        }
        boolean fromNotes = sources.get(Item.PUBLISHED).equals(ArticleMetadata.ACCESS_DATES);
        return fromNotes ? Imprint.DateBasis.NOTES : Imprint.DateBasis.STATED;
    }

    public ArticleMetadata articleMetadata() {
        Map<String, String> provenance = new LinkedHashMap<>();
        sources.forEach((item, source) -> provenance.put(item.name().toLowerCase(Locale.ROOT), source));
        return new ArticleMetadata(get(Item.SUBTITLE), get(Item.MODIFIED), get(Item.SECTION), tags, provenance);
    }
}
