package ibid.read.picture;

import ibid.language.CharRuns;
import java.util.ArrayList;
import java.util.List;

/** Gathers the pictures of one file and the words before each, within bounds. Not thread-safe. */
final class PictureCollector {

    private static final int MAX_PICTURES = 60;
    private static final int MAX_PICTURE_BYTES = 8 << 20;
    private static final int MAX_TOTAL_BYTES = 24 << 20;
    private static final int MIN_PICTURE_BYTES = 200; // a pixel that counts readers has about 50
    private static final int MIN_PIXELS = 48; // icons have 16 to 32
    private static final int MAX_WORDS_CHARS = 120;

    private final List<ArticlePicture> pictures = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int total;

    /** Text of the article, in reading order. */
    void text(String text) {
        words.append(text).append(' ');
        if (words.length() > 2 * MAX_WORDS_CHARS + text.length()) {
            words.delete(0, words.length() - 2 * MAX_WORDS_CHARS);
        }
    }

    void picture(byte[] bytes, String alt, String caption) {
        boolean fits = bytes.length >= MIN_PICTURE_BYTES
                && bytes.length <= MAX_PICTURE_BYTES
                && pictures.size() < MAX_PICTURES
                && total + bytes.length <= MAX_TOTAL_BYTES;
        if (!fits) {
            return;
        }
        PictureType.of(bytes).filter(type -> !type.isTiny(bytes, MIN_PIXELS)).ifPresent(type -> {
            pictures.add(new ArticlePicture(type, bytes, singleSpaced(alt), singleSpaced(caption), lastWords()));
            total += bytes.length;
        });
    }

    private String lastWords() {
        String text = singleSpaced(words.toString());
        return text.substring(Math.max(0, text.length() - MAX_WORDS_CHARS));
    }

    static String singleSpaced(String text) {
        StringBuilder spaced = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = CharRuns.end(text, at, letter -> !isSpace(letter));
            spaced.append(text, at, end);
            at = CharRuns.end(text, end, PictureCollector::isSpace);
            spaced.append(at > end && at < text.length() && !spaced.isEmpty() ? " " : "");
        }
        return spaced.toString();
    }

    static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    List<ArticlePicture> pictures() {
        return List.copyOf(pictures);
    }
}
