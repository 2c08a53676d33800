package ibid.search.rewrite;

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
record QuestionWord(String text, int start, boolean isNamed) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.&/-][\\p{L}\\p{N}]+)*");
    private static final Set<String> FUNCTION_WORDS = WordList.read(QuestionWord.class, "function-words.txt");
    private static final Set<String> VERBS = WordList.read(QuestionWord.class, "question-verbs.txt");
    private static final Set<String> ASPECTS = WordList.read(QuestionWord.class, "aspect-nouns.txt");

    /** The words of a question, in order. */
    static List<QuestionWord> in(String question) {
        List<Names.Name> names = Names.in(question);
        return WORD.matcher(question)
                .results()
                .map(word -> new QuestionWord(word.group(), word.start(), isWithin(names, word.start())))
                .toList();
    }

    private static boolean isWithin(List<Names.Name> names, int start) {
        return names.stream().anyMatch(name -> name.start() <= start && start < name.end());
    }

    int end() {
        return start + text.length();
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether it cannot be part of a noun phrase. A verb in -ing can: "seed funding". */
    boolean isFunctional() {
        if (isNamed) {
            return false;
        }
        if (FUNCTION_WORDS.contains(lower()) || VERBS.contains(lower())) {
            return true;
        }
        return VERBS.contains(stem(lower())) && !lower().endsWith("ing");
    }

    boolean isVerb() {
        return VERBS.contains(lower()) || VERBS.contains(stem(lower()));
    }

    /** Whether it only names an aspect: "types", "the best". */
    boolean isAspect() {
        return !isNamed && (ASPECTS.contains(lower()) || ASPECTS.contains(stem(lower())));
    }

    boolean isPastTense() {
        return !isNamed
                && text.length() > 2
                && lower().endsWith("ed")
                && text.chars().allMatch(Character::isLetter);
    }

    /** The word without a plural or verb ending, only for comparing words of questions. */
    static String stem(String word) {
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
