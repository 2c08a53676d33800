package ibid.article;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The permanent id of an article, made from its file's path, so it does not change with the text. Safe in a URL path.
 */
public record ArticleId(String value) {

    private static final int MAX_LENGTH = 120;

    public ArticleId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an article id: " + value);
        }
    }

    /** Whether the text has the form of an id. */
    public static boolean isValid(String value) {
        return value.matches("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*");
    }

    /**
     * {@code asia/Quad Summit.md} becomes {@code asia-quad-summit}; extensions other than .md are kept, so two formats
     * never collide.
     */
    public static ArticleId ofFile(String file) {
        String stem = file.toLowerCase(Locale.ROOT).replaceFirst("\\.(md|markdown)$", "");
        String slug = Normalizer.normalize(stem, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        boolean fits = !slug.isEmpty() && slug.length() <= MAX_LENGTH;
        return new ArticleId(fits ? slug : shortened(slug) + "x" + Integer.toHexString(file.hashCode()));
    }

    private static String shortened(String slug) {
        int letters = Math.min(60, slug.codePointCount(0, slug.length()));
        return slug.substring(0, slug.offsetByCodePoints(0, letters)).replaceAll("-$", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
