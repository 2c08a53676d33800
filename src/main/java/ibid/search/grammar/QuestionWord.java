package ibid.search.grammar;

import ibid.language.Inflections;
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
        return VERBS.contains(Inflections.stem(lower())) && !lower().endsWith("ing");
    }

    /** Whether a word in small letters is known as no name. */
    public static boolean isCommonWord(String lower) {
        return FUNCTION_WORDS.contains(lower) || VERBS.contains(lower) || ASPECTS.contains(lower);
    }

    public boolean isVerb() {
        return VERBS.contains(lower()) || VERBS.contains(Inflections.stem(lower()));
    }

    /** Whether it names only a side of a thing: "types", "the best". */
    public boolean isAspect() {
        return !isNamed && (ASPECTS.contains(lower()) || ASPECTS.contains(Inflections.stem(lower())));
    }

    public boolean isPastTense() {
        return !isNamed
                && text.length() > 2
                && lower().endsWith("ed")
                && text.chars().allMatch(Character::isLetter);
    }
}
