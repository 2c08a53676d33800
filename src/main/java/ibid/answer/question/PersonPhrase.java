package ibid.answer.question;

import ibid.language.Lexemes;
import ibid.language.OfficeNouns;
import ibid.language.WordList;
import java.util.Set;

/** How a question asks for a person without "who": "Which Fijian minister", "the name of the admiral". */
public final class PersonPhrase {

    private static final Set<String> PERSONS = WordList.read(PersonPhrase.class, "singular-persons.txt");
    private static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "its", "their", "his", "her", "'", "’", "s", "-");
    private static final Set<String> NAME = Set.of("name", "names");
    private static final int MAX_WORDS_BEFORE_NOUN = 4; // "which former Japanese foreign minister"

    private PersonPhrase() {}

    static boolean isIn(String question) {
        Lexemes words = new Lexemes(question);
        return endOfWhich(words) > 0 || nounOfName(words) >= 0;
    }

    /** The place behind "which Fijian minister"; 0 where the question does not begin so. */
    static int endOfWhich(Lexemes words) {
        int which = words.isOneOf(0, KindPhrase.PREPOSITIONS) ? 1 : 0;
        if (!words.is(which, "which") && !words.is(which, "what")) {
            return 0;
        }
        int end = 0;
        for (int at = which + 1; at <= which + MAX_WORDS_BEFORE_NOUN + 1 && words.isWord(at); at++) {
            if (QuestionForm.isAuxiliary(words.key(at))) {
                return end;
            }
            if (isPerson(words.key(at)) || isPlural(words, at)) {
                end = at + 1;
            } else if (end > 0) {
                return end;
            }
        }
        return end;
    }

    /** The place of "admiral" in "the name of the fleet's admiral"; -1 where no person's name is asked for so. */
    static int nounOfName(Lexemes words) {
        int at = nameOf(words);
        if (at < 0) {
            return -1;
        }
        int from = at;
        while (at < from + MAX_WORDS_BEFORE_NOUN * 2 && isOfPhrase(words, at)) {
            boolean isNoun = isPerson(words.key(at)) || isPlural(words, at);
            if (isNoun && !words.isPossessive(at + 1)) {
                return at;
            }
            at++;
        }
        return -1;
    }

    private static boolean isOfPhrase(Lexemes words, int at) {
        return words.isAlphanumeric(at) || words.isOneOf(at, DETERMINERS);
    }

    /** The place behind "name of"; -1 where the question has no such words. */
    public static int nameOf(Lexemes words) {
        for (int at = 0; at + 2 < words.size(); at++) {
            if (words.isOneOf(at, NAME) && words.is(at + 1, "of")) {
                return at + 2;
            }
        }
        return -1;
    }

    /** Whether a word in lower case means one person: "minister", "golfer". */
    public static boolean isPerson(String word) {
        return OfficeNouns.contains(word) || PERSONS.contains(word);
    }

    /** "Which two astronauts were", but not "which firm sponsors the race". */
    private static boolean isPlural(Lexemes words, int at) {
        String word = words.key(at);
        boolean isVerb = words.isOneOf(at + 1, DETERMINERS);
        return word.endsWith("s") && PERSONS.contains(word.substring(0, word.length() - 1)) && !isVerb;
    }
}
