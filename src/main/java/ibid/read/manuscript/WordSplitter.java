package ibid.read.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text into words for comparison: runs of letters and figures in lower case, without the marks of notes and
 * links; each character of a script without spaces between words is a separate word.
 */
final class WordSplitter {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private WordSplitter() {}

    static List<String> split(String text) {
        WordSplitter splitter = new WordSplitter();
        MainText.plain(text).toLowerCase(Locale.ROOT).codePoints().forEach(splitter::add);
        splitter.endWord();
        return splitter.words;
    }

    private void add(int sign) {
        if (!isLetterOrNumber(sign)) {
            endWord();
            return;
        }
        boolean isAlone = WordCount.isUnspaced(sign);
        if (isAlone) {
            endWord();
        }
        word.appendCodePoint(sign);
        if (isAlone) {
            endWord();
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isLetterOrNumber(int sign) {
        return Character.isLetterOrDigit(sign)
                || Character.getType(sign) == Character.LETTER_NUMBER
                || Character.getType(sign) == Character.OTHER_NUMBER;
    }
}
