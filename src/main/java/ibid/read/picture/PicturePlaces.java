package ibid.read.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Where pictures belong in an article's text: before their caption, else behind the words before them. */
public final class PicturePlaces {

    private static final int[] SHARED_CHARS = {80, 40, 20}; // of the words before it: fewer occur by chance

    private final String text;
    private final List<Integer> offsets = new ArrayList<>(); // in code points, of each char of the text

    /** @param article as it is shown */
    public PicturePlaces(String article) {
        StringBuilder spaced = new StringBuilder();
        int point = 0;
        for (int at = 0; at < article.length(); at += Character.charCount(article.codePointAt(at)), point++) {
            int letter = article.codePointAt(at);
            boolean isSpace = PictureCollector.isSpace(letter);
            if (!isSpace || !spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.appendCodePoint(isSpace ? ' ' : letter);
                while (offsets.size() < spaced.length()) {
                    offsets.add(point);
                }
            }
        }
        text = spaced.toString();
    }

    /** An offset in code points; empty where the text has neither caption nor words. */
    public OptionalInt of(ArticlePicture picture) {
        int caption = picture.caption().isEmpty() ? -1 : text.indexOf(picture.caption());
        if (caption >= 0) {
            return OptionalInt.of(offsets.get(caption));
        }
        for (int length : SHARED_CHARS) {
            String words = picture.before();
            String last = words.substring(Math.max(0, words.length() - length));
            int at = last.isEmpty() ? -1 : text.indexOf(last);
            if (at >= 0) {
                return OptionalInt.of(offsets.get(at + last.length() - 1) + 1);
            }
        }
        return OptionalInt.empty();
    }
}
