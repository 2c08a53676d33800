package ibid.read.manuscript;

import ibid.article.Block;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of an article may recur elsewhere: its lines, for finding furniture across the files of one outlet, and a
 * MinHash signature of its five-word shingles, for finding copies (Broder, 1997). Stays the same whatever is later
 * taken out as furniture.
 *
 * @param outlet    publisher, else host of its address, else empty
 * @param published ISO date or empty
 * @param words     of the whole text
 * @param lines     hashes of its blocks, the last seven bits being how many words a block has, the one before them
 *     whether it tells something, base64
 * @param signature {@link #SIZE} minima, base64; empty for a text too short to have copies
 */
public record Fingerprint(String outlet, String published, int words, String lines, String signature) {

    public static final int SIZE = 128;

    private static final int SHINGLE = 5; // words
    private static final int FEWEST_WORDS = 40; // below, likeness is chance and only the same is a copy
    private static final int FEWEST_LINES = 4; // below, there is nothing round an article
    private static final int LINE_MIN = 4, LINE_MAX = 80; // words; fewer may be anybody's heading, more is prose
    private static final int LENGTH_MASK = 127;
    private static final long PROSE = 128;
    private static final int PROSE_MIN = 8; // words
    private static final String UNSPACED = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]";
    private static final Pattern NO_WORD =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=" + UNSPACED + ")|(?=" + UNSPACED + ")");
    private static final Pattern TO_THE_READER =
            Pattern.compile("(?i)\\b(?:you|your|yours|newsletters?|sign(?:ing)? up|subscri\\w+|cookies?|"
                    + "copyright|rights reserved|e-?mails?|click|tap|log in|follow us|contact "
                    + "us|download|read more|read the|https?|www|(?:our|this) (?:app|web ?site|"
                    + "site|page|newsletter|podcast|privacy))\\b|@");
    private static final int[] FACTORS =
            new Random(7).ints(SIZE).map(factor -> factor | 1).toArray();
    private static final int[] SHIFTS = new Random(11).ints(SIZE).toArray();

    public static Fingerprint of(Manuscript manuscript) {
        Set<Long> lines = new TreeSet<>();
        List<String> words = new ArrayList<>();
        for (Manuscript.Piece piece : manuscript.pieces()) {
            line(piece.text()).ifPresent(line -> lines.add(tells(piece, line) ? line | PROSE : line));
            words.addAll(words(piece.text()));
        }
        MetadataCollector page = manuscript.titlePage();
        String host = page.get(MetadataCollector.Item.URL)
                .replaceFirst("^https?://(?:www\\.)?", "")
                .replaceFirst("[/:?#].*", "");
        String outlet = page.get(MetadataCollector.Item.PUBLISHER).isEmpty()
                ? host
                : page.get(MetadataCollector.Item.PUBLISHER);
        return new Fingerprint(
                outlet.toLowerCase(Locale.ROOT),
                page.get(MetadataCollector.Item.PUBLISHED),
                words.size(),
                manuscript.pieces().size() < FEWEST_LINES ? "" : packed(lines),
                words.size() < SHINGLE ? "" : packed(signature(words)));
    }

    /** The hash of a block. */
    public static Optional<Long> line(String text) {
        List<String> words = words(text);
        return words.size() < LINE_MIN
                ? Optional.empty()
                : Optional.of(
                        hash(String.join(" ", words)) & ~(LENGTH_MASK | PROSE) | Math.min(words.size(), LENGTH_MASK));
    }

    /**
     * A finished sentence that does not speak to the reader: the background that follow-up stories repeat, not an
     * invitation to a newsletter.
     */
    private static boolean tells(Manuscript.Piece piece, long line) {
        String text = MainText.plain(piece.text());
        return piece.kind() != Block.Kind.HEADING
                && wordsOf(line) >= PROSE_MIN
                && text.matches("(?s).*[.!?。！？][\"”’»)\\]」』]*")
                && !TO_THE_READER.matcher(text).find();
    }

    /** Whether the block of that hash tells something in this file. */
    public static boolean tells(long line) {
        return (line & PROSE) != 0;
    }

    /** The hash of the block itself, as {@link #line} gives it. */
    public static long block(long line) {
        return line & ~PROSE;
    }

    /** Whether the text is so short that only the same text is a copy of it. */
    public boolean hasFewWords() {
        return words < FEWEST_WORDS;
    }

    /** How many words the block of that hash has; 127 for any more. */
    public static int wordsOf(long line) {
        return (int) (line & LENGTH_MASK);
    }

    /** Whether the block of that hash is short enough to be furniture. */
    public static boolean mayRecur(long line) {
        return wordsOf(line) <= LINE_MAX;
    }

    private static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(MainText.plain(text).toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int[] signature(List<String> words) {
        int[] minima = new int[SIZE];
        Arrays.fill(minima, Integer.MAX_VALUE);
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            int shingle = Long.hashCode(hash(String.join(" ", words.subList(i, i + SHINGLE))));
            for (int k = 0; k < SIZE; k++) {
                minima[k] = Math.min(minima[k], mixed(shingle * FACTORS[k] + SHIFTS[k]));
            }
        }
        return minima;
    }

    /** The finaliser of MurmurHash3. */
    private static int mixed(int hash) {
        int h = hash ^ hash >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    /** FNV-1a, 64 bits. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    public List<Long> lineHashes() {
        return unpacked(lines);
    }

    public boolean hasSignature() {
        return !signature.isEmpty();
    }

    /** The signature's minima. */
    public int[] minima() {
        int[] minima = new int[SIZE];
        ByteBuffer.wrap(Base64.getDecoder().decode(signature)).asIntBuffer().get(minima);
        return minima;
    }

    /** Line hashes as one short text. */
    public static String packed(Set<Long> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * hashes.size());
        new TreeSet<>(hashes).forEach(bytes::putLong);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static String packed(int[] minima) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * minima.length);
        bytes.asIntBuffer().put(minima);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static List<Long> unpacked(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        List<Long> hashes = new ArrayList<>();
        while (bytes.hasRemaining()) {
            hashes.add(bytes.getLong());
        }
        return hashes;
    }
}
