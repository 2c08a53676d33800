package ibid.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads lists of words from resource files beside a class: words separated by spaces or lines; a line that begins with
 * # is a comment.
 */
public final class WordList {

    private WordList() {}

    /** The words of a file. */
    public static Set<String> read(Class<?> beside, String file) {
        List<String> words = new ArrayList<>();
        for (String line : lines(beside, file)) {
            words.addAll(List.of(line.split(" ")));
        }
        return Set.copyOf(words);
    }

    /** The lines of a file that hold words. */
    public static List<String> lines(Class<?> beside, String file) {
        try (InputStream resource = beside.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + file + " beside " + beside);
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(String::strip).filter(WordList::hasWords).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean hasWords(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }
}
