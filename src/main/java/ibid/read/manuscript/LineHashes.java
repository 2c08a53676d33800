package ibid.read.manuscript;

import ibid.article.Block;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Hashes of an article's lines, which are its blocks. Lines that several files of one outlet share may be boilerplate.
 * Besides the words, a hash encodes their number and whether the line is prose.
 *
 * @param packed the hashes in ascending order, base64
 */
public record LineHashes(String packed) {

    public static final LineHashes NONE = new LineHashes("");

    private static final int MIN_LINES = 4; // with fewer there is no boilerplate
    private static final int MIN_LINE_WORDS = 4; // fewer may be a common heading
    private static final int MAX_BOILERPLATE_WORDS = 80; // more is an article's own text
    private static final int MIN_PROSE_WORDS = 8;
    private static final int WORD_COUNT_MASK = 127; // the last seven bits
    private static final long PROSE = 128; // the bit before them
    private static final String SENTENCE_ENDS = ".!?。！？";
    private static final String CLOSING_SIGNS = "\"”’»)]」』";
    private static final Pattern TO_THE_READER =
            Pattern.compile("(?i)\\b(?:you|your|yours|newsletters?|sign(?:ing)? up|subscri\\w+|cookies?|"
                    + "copyright|rights reserved|e-?mails?|click|tap|log in|follow us|contact "
                    + "us|download|read more|read the|https?|www|(?:our|this) (?:app|web ?site|"
                    + "site|page|newsletter|podcast|privacy))\\b|@");

    /** The hashes of a manuscript; empty if it has too few lines for boilerplate. */
    public static LineHashes of(Manuscript manuscript) {
        if (manuscript.pieces().size() < MIN_LINES) {
            return NONE;
        }
        Set<Long> lines = new TreeSet<>();
        for (Manuscript.Piece piece : manuscript.pieces()) {
            ofLine(piece.text()).ifPresent(line -> lines.add(isProse(piece, line) ? line | PROSE : line));
        }
        return of(lines);
    }

    public static LineHashes of(Collection<Long> hashes) {
        Set<Long> sorted = new TreeSet<>(hashes);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * sorted.size());
        sorted.forEach(bytes::putLong);
        return new LineHashes(Base64.getEncoder().encodeToString(bytes.array()));
    }

    public List<Long> toList() {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
        List<Long> hashes = new ArrayList<>();
        while (bytes.hasRemaining()) {
            hashes.add(bytes.getLong());
        }
        return hashes;
    }

    /** The hash of a line without the prose bit; empty for a line of too few words. */
    public static Optional<Long> ofLine(String text) {
        List<String> words = WordSplitter.split(text);
        if (words.size() < MIN_LINE_WORDS) {
            return Optional.empty();
        }
        long hash = hash(String.join(" ", words)) & ~(WORD_COUNT_MASK | PROSE);
        return Optional.of(hash | Math.min(words.size(), WORD_COUNT_MASK));
    }

    /** FNV-1a, 64 bits. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /**
     * Whether the line is a complete sentence that does not address the reader. Follow-up stories repeat such
     * background; an invitation to a newsletter is not prose.
     */
    private static boolean isProse(Manuscript.Piece piece, long line) {
        if (piece.kind() == Block.Kind.HEADING || countWords(line) < MIN_PROSE_WORDS) {
            return false;
        }
        String text = MainText.plain(piece.text());
        return isFinished(text) && !TO_THE_READER.matcher(text).find();
    }

    private static boolean isFinished(String text) {
        int last = text.length() - 1;
        while (last >= 0 && CLOSING_SIGNS.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
    }

    /** Whether the line of that hash is prose in the file that the hash comes from. */
    public static boolean isProse(long line) {
        return (line & PROSE) != 0;
    }

    /** The same hash as {@link #ofLine} gives it. */
    public static long withoutProse(long line) {
        return line & ~PROSE;
    }

    /** Number of words in the line of that hash, at most 127. */
    public static int countWords(long line) {
        return (int) (line & WORD_COUNT_MASK);
    }

    /** Whether the line of that hash is short enough to be boilerplate. */
    public static boolean mayBeBoilerplate(long line) {
        return countWords(line) <= MAX_BOILERPLATE_WORDS;
    }
}
