package ibid.answer.collection;

import ibid.language.Lexemes;
import java.util.List;

/** The names of publishers and authors that a collection holds, found at the start of words. Immutable. */
record KnownNames(List<String> publishers, List<String> authors) {

    private static final int MIN_SHORT_NAME_CHARS = 4; // "Berg" for Anna Berg, not "Ed"

    KnownNames {
        publishers = named(publishers);
        authors = named(authors);
    }

    private static List<String> named(List<String> names) {
        return names.stream().filter(name -> !name.isBlank()).toList();
    }

    /**
     * Names meant by the first words of a text.
     *
     * @param end the char behind those words
     */
    record Meant(List<String> names, int end) {}

    Meant publishersAt(String words) {
        return longest(words, publishers);
    }

    Meant authorsAt(String words) {
        return longest(words, authors);
    }

    /** Those that the most of the first words are a part of; none where no words are. */
    private static Meant longest(String words, List<String> names) {
        Lexemes lexemes = new Lexemes(words);
        int first = lexemes.is(0, "the") ? 1 : 0;
        for (int end = lexemes.size(); end > first; end--) {
            List<String> meant = meant(lexemes.slice(0, end), names);
            if (meant.isEmpty()) {
                meant = meant(lexemes.slice(first, end), names);
            }
            if (!meant.isEmpty()) {
                return new Meant(meant, lexemes.end(end - 1));
            }
        }
        return new Meant(List.of(), 0);
    }

    private static List<String> meant(String words, List<String> names) {
        List<String> same = names.stream().filter(words::equalsIgnoreCase).toList();
        if (!same.isEmpty()) {
            return same;
        }
        boolean mayBePart = words.length() >= MIN_SHORT_NAME_CHARS && Character.isUpperCase(words.charAt(0));
        return mayBePart ? names.stream().filter(name -> isPart(words, name)).toList() : List.of();
    }

    private static boolean isPart(String words, String name) {
        int at = name.indexOf(words);
        int end = at + words.length();
        boolean opens = at == 0 || at > 0 && !Character.isLetterOrDigit(name.charAt(at - 1));
        return opens && (end == name.length() || !Character.isLetterOrDigit(name.charAt(end)));
    }
}
