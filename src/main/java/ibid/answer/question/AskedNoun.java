package ibid.answer.question;

import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.WordList;
import ibid.language.quantity.Approximators;
import ibid.language.quantity.Quantity;
import ibid.search.IndexTerms;
import ibid.search.grammar.Metonyms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The things that a question counts. "How many Indian soldiers died" asks for a number of soldiers, troops or personnel
 * that are not Chinese, and who died.
 *
 * @param nouns     stems of the head noun and of its synonyms
 * @param modifiers the names before it, in lower case: capitalised words, and countries in any case
 * @param events    what happened to them: numbers of the lines in event-words.txt
 */
public record AskedNoun(Set<String> nouns, Set<String> modifiers, Set<Integer> events) {

    static final AskedNoun NONE = new AskedNoun(Set.of(), Set.of(), Set.of());

    private static final Set<String> END_OF_NOUNS = WordList.read(AskedNoun.class, "after-counted-noun.txt");
    private static final Set<String> PERSONS = WordList.read(AskedNoun.class, "person-nouns.txt");
    private static final List<List<String>> SYNONYMS = groups("counted-synonyms.txt");
    private static final List<List<String>> EVENTS = groups("event-words.txt");
    private static final String ALWAYS_TOLD = "always"; // opens such a line of event-words.txt
    private static final Set<String> ANY_PERSONS = Set.of("people", "person", "persons");
    private static final Set<String> CLAUSE_ENDS = Set.of(";", ":", "–", "—", "while", "but", "whereas", ",");
    private static final int MAX_INSERTED_WORDS = 6;
    private static final int WORDS_BEHIND = 5; // "700 American and other land-based soldiers"

    /** The noun phrase that begins there, up to a verb or preposition. */
    static AskedNoun at(Lexemes question, int from) {
        int head = from;
        int end = from;
        while (end < question.size() && isOfNounPhrase(question, end)) {
            boolean isHead = Inflections.isPlural(question.key(end));
            boolean wasHead = end > from && Inflections.isPlural(question.key(end - 1));
            if (wasHead && !isHead) {
                break;
            }
            head = end++;
        }
        if (end == from) {
            return NONE;
        }
        Set<String> modifiers = new HashSet<>();
        for (int at = from; at < head; at++) {
            if (question.isCapitalised(at) || isOfCountry(question.key(at))) {
                modifiers.add(question.key(at));
            }
        }
        return new AskedNoun(withSynonyms(question, from, head), modifiers, events(question, end, question.size()));
    }

    /** "chinese", as hurried people write it. */
    private static boolean isOfCountry(String word) {
        List<String> terms = IndexTerms.of(word);
        return terms.size() == 1 && !Metonyms.of(terms.getFirst()).isEmpty();
    }

    private static boolean isOfNounPhrase(Lexemes text, int at) {
        return (text.isAlphanumeric(at) || text.is(at, "-")) && !endsPhrase(text.key(at));
    }

    /** Whether the word in lower case, a verb or preposition, ends what a number counts. */
    public static boolean endsPhrase(String word) {
        return END_OF_NOUNS.contains(word);
    }

    private static Set<String> withSynonyms(Lexemes question, int from, int head) {
        Set<String> nouns = new HashSet<>();
        String noun = question.key(head);
        nouns.add(Inflections.stem(noun));
        if (noun.length() == 1) { // the "s" of "F-35s"
            nouns.add(question.key(from));
        }
        for (List<String> group : SYNONYMS) {
            if (Inflections.stem(group.getFirst()).equals(Inflections.stem(noun))) {
                group.forEach(word -> nouns.add(Inflections.stem(word)));
            }
        }
        return nouns;
    }

    private static Set<Integer> events(Lexemes text, int from, int end) {
        Set<Integer> events = new HashSet<>();
        for (int at = from; at < end; at++) {
            for (int kind = 0; kind < EVENTS.size(); kind++) {
                if (!text.is(at, ALWAYS_TOLD) && EVENTS.get(kind).contains(text.key(at))) {
                    events.add(kind);
                }
            }
        }
        return events;
    }

    private static List<List<String>> groups(String file) {
        return WordList.lines(AskedNoun.class, file).stream()
                .map(line -> List.of(line.split(" ")))
                .toList();
    }

    /** Whether a number that is written there counts these. */
    boolean isCountedBy(Quantity quantity, Lexemes sentence) {
        int from = sentence.indexAt(quantity.start());
        int end = sentence.indexAt(quantity.end());
        if (isLeft(sentence, from, end) || isWhole(sentence, from)) {
            return false;
        }
        boolean isVague = quantity.kind() == Quantity.Kind.VAGUE && sentence.is(end, "of");
        List<Integer> behind = nounPhrase(sentence, isVague ? end + 1 : afterWhole(sentence, end));
        boolean isNamed = behind.stream().anyMatch(at -> isAsked(sentence.key(at)));
        boolean isBare = behind.isEmpty();
        if (!isNamed && !(isBare && isNamedBefore(sentence, from))) {
            return false;
        }
        return !hasOtherModifier(sentence, behind) && isOfSameEvent(sentence, from, end);
    }

    /** Whether the number counts the things asked for, but of another country or kind: "20 Indian soldiers". */
    boolean isCountedForOthers(Quantity quantity, Lexemes sentence) {
        List<Integer> behind = nounPhrase(sentence, sentence.indexAt(quantity.end()));
        boolean isNamed = behind.stream().anyMatch(at -> isAsked(sentence.key(at)));
        return isNamed && hasOtherModifier(sentence, behind);
    }

    /** The places of the words behind a number that say what it counts. */
    private static List<Integer> nounPhrase(Lexemes words, int end) {
        List<Integer> phrase = new ArrayList<>();
        for (int at = end; at < end + WORDS_BEHIND && isOfNounPhrase(words, at); at++) {
            if (words.isWord(at)) {
                phrase.add(at);
            }
        }
        return phrase;
    }

    /** "rose from 300 to 700": the first is no longer so. */
    private static boolean isLeft(Lexemes words, int from, int end) {
        int before = Approximators.start(words, from) - 1;
        boolean isChange = words.is(before, "from") && !words.key(before - 1).startsWith("rang");
        return isChange && words.is(end, "to") && !words.is(before - 1, ",");
    }

    /** The second number of "21 of the 400 seats", which is not the one asked for. */
    private static boolean isWhole(Lexemes words, int number) {
        int of = words.is(number - 1, "the") ? number - 2 : number - 1;
        return words.is(of, "of") && words.isNumber(of - 1);
    }

    /** Behind the second number of "21 of the 400 seats", or the place itself. */
    private static int afterWhole(Lexemes words, int end) {
        int number = words.is(end + 1, "the") ? end + 2 : end + 1;
        return words.is(end, "of") && words.isNumber(number) ? number + 1 : end;
    }

    /** "a staff of about 700", "the number of members has grown to 32", but not with another number between. */
    private boolean isNamedBefore(Lexemes words, int number) {
        int at = Approximators.start(words, number) - 1;
        while (at >= 0 && !words.isOneOf(at, CLAUSE_ENDS)) {
            if (words.isNumber(at)) {
                int from = Approximators.start(words, at) - 1;
                if (!words.is(from, "from")) {
                    return false;
                }
                at = from; // "rose from 300 to"
            }
            if (isAsked(words.key(at))) {
                return !words.isNumber(at - 1) && !words.isNumber(at - 2);
            }
            at = beforeInsertion(words, at - 1);
        }
        return false;
    }

    /** Before the comma that opens what ends there with a comma, as ", over the years,"; else the place itself. */
    private static int beforeInsertion(Lexemes words, int at) {
        if (!words.is(at, ",")) {
            return at;
        }
        for (int open = at - 1; open >= at - MAX_INSERTED_WORDS; open--) {
            if (words.is(open, ",")) {
                return open - 1;
            }
            if (!words.isWord(open)) {
                return at;
            }
        }
        return at;
    }

    private boolean isAsked(String word) {
        if (nouns.contains(Inflections.stem(word))) {
            return true;
        }
        return PERSONS.contains(word) && nouns.stream().anyMatch(ANY_PERSONS::contains);
    }

    private boolean hasOtherModifier(Lexemes words, List<Integer> phrase) {
        if (modifiers.isEmpty()) {
            return false;
        }
        List<String> named =
                phrase.stream().filter(words::isCapitalised).map(words::key).toList();
        return !named.isEmpty() && named.stream().noneMatch(modifiers::contains);
    }

    /** Whether the number's clause tells of the event asked about, or of none that is known. */
    private boolean isOfSameEvent(Lexemes words, int from, int end) {
        if (events.isEmpty()) {
            return true;
        }
        Set<Integer> told = eventsOfClause(words, from, end);
        boolean mustBeTold =
                events.stream().anyMatch(kind -> EVENTS.get(kind).getFirst().equals(ALWAYS_TOLD));
        if (told.isEmpty() && mustBeTold) {
            told = events(words, 0, words.size());
            return told.stream().anyMatch(events::contains); // "thousands of soldiers were sent" tells of no death
        }
        return told.isEmpty() || told.stream().anyMatch(events::contains);
    }

    private static Set<Integer> eventsOfClause(Lexemes words, int from, int end) {
        int start = from;
        while (start > 0 && !CLAUSE_ENDS.contains(words.key(start - 1)) && !words.is(start - 1, "and")) {
            start--;
        }
        int stop = end;
        while (stop < words.size() && !CLAUSE_ENDS.contains(words.key(stop)) && !words.is(stop, "and")) {
            stop++;
        }
        return events(words, start, stop);
    }
}
