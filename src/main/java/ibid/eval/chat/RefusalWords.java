package ibid.eval.chat;

import ibid.language.WordList;
import java.util.List;
import java.util.Locale;

/** Recognises a sentence that says that nothing was found. English only. */
final class RefusalWords {

    /** Enough alone: {@code could not find}. */
    private static final List<String> ALONE = WordList.lines(RefusalWords.class, "refusals.txt");

    /** Only beside a word for what was searched: {@code do not mention}. */
    private static final List<String> SILENT = WordList.lines(RefusalWords.class, "silences.txt");

    private static final List<String> SEARCHED = WordList.lines(RefusalWords.class, "searched.txt");

    private RefusalWords() {}

    static boolean in(String sentence) {
        String plain = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        return hasAny(plain, ALONE) || hasAny(plain, SILENT) && hasAny(plain, SEARCHED);
    }

    private static boolean hasAny(String sentence, List<String> words) {
        return words.stream().anyMatch(sentence::contains);
    }
}
