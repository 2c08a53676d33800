package ibid.search.grammar;

import ibid.language.Names;
import ibid.language.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A word of a question.
 *
 * @param start   char offset in the question
 * @param isNamed whether it belongs to a name
 */
public record QuestionWord(String text, int start, boolean isNamed) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.&/-][\\p{L}\\p{N}]+)*");
    private static final Set<String> FUNCTION_WORDS = WordList.read(QuestionWord.class, "function-words.txt");
    private static final Set<String> VERBS = WordList.read(QuestionWord.class, "question-verbs.txt");
    private static final Set<String> ASPECTS = WordList.read(QuestionWord.class, "aspect-nouns.txt");

    /** In order. */
    public static List<QuestionWord> in(String question) {
        List<Names.Name> names = Names.in(question);
        return WORD.matcher(question)
                .results()
                .map(word -> new QuestionWord(word.group(), word.start(), isWithin(names, word.start())))
                .toList();
    }

    private static boolean isWithin(List<Names.Name> names, int start) {
        return names.stream().anyMatch(name -> name.start() <= start && start < name.end());
    }

    public int end() {
        return start + text.length();
    }

    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether it is no part of a noun phrase. A verb in -ing may be: "seed funding". */
    public boolean isFunctional() {
        if (isNamed) {
            return false;
        }
        if (FUNCTION_WORDS.contains(lower()) || VERBS.contains(lower())) {
            return true;
        }
        return VERBS.contains(stem(lower())) && !lower().endsWith("ing");
    }

    /** Whether a word in small letters is known as no name. */
    public static boolean isCommonWord(String lower) {
        return FUNCTION_WORDS.contains(lower) || VERBS.contains(lower) || ASPECTS.contains(lower);
    }

    public boolean isVerb() {
        return VERBS.contains(lower()) || VERBS.contains(stem(lower()));
    }

    /** Whether it names only a side of a thing: "types", "the best". */
    public boolean isAspect() {
        return !isNamed && (ASPECTS.contains(lower()) || ASPECTS.contains(stem(lower())));
    }

    public boolean isPastTense() {
        return !isNamed
                && text.length() > 2
                && lower().endsWith("ed")
                && text.chars().allMatch(Character::isLetter);
    }

    /** Without the ending of a plural or a verb; only to compare words of questions with each other. */
    public static String stem(String word) {
        int length = word.length();
        if (word.endsWith("ing") && length > 5) {
            return withoutLast(3, word);
        }
        if (word.endsWith("eed")) {
            return word;
        }
        return word.endsWith("ed") && length > 4 ? withoutLast(2, word) : singular(word);
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return withoutLast(3, word) + "y";
        }
        if (endsInHissingPlural(word)) {
            return withoutLast(2, word);
        }
        return isPlainPlural(word) ? withoutLast(1, word) : word;
    }

    /** "boxes", "wishes", "classes" */
    private static boolean endsInHissingPlural(String word) {
        if (!word.endsWith("es")) {
            return false;
        }
        String singular = withoutLast(2, word);
        if (singular.endsWith("x")) {
            return singular.length() > 2;
        }
        boolean isHissing = singular.endsWith("ss") || singular.endsWith("ch") || singular.endsWith("sh");
        return isHissing && singular.length() > 3;
    }

    private static boolean isPlainPlural(String word) {
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && word.length() > 3;
    }

    private static String withoutLast(int letters, String word) {
        return word.substring(0, word.length() - letters);
    }
}
