package ibid.answer.match;

import ibid.answer.question.AskedAgent;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.VerbForms;
import ibid.language.VerbsOfSaying;
import java.util.List;
import java.util.Set;

/**
 * Whether a sentence ties a name to the verb or office that a question asks for: as the one who does it, to whom it is
 * done, who says it behind a quotation, or who holds the office. Immutable.
 */
final class PersonTie {

    private static final int MAX_WORDS_TO_VERB = 8; // "DePape, a Canadian of 42, who attacked"
    private static final int MAX_WORDS_OF_DOER = 6; // as many as between an office and who holds it
    private static final Set<String> CLAUSE_ENDS = Set.of(",", ";", ":", ".");
    private static final Set<String> PASSIVE = Set.of("was", "were", "been", "being", "is", "are", "be", "got");
    private static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "this", "that", "his", "her", "their", "its", "s", "no", "any", "of");
    private static final Set<String> APOSTROPHES = Set.of("'", "’");
    private static final Set<String> LINKING = Set.of(
            "is",
            "was",
            "are",
            "were",
            "be",
            "been",
            "being",
            "as",
            "became",
            "become",
            "becomes",
            "remains",
            "remained",
            "named",
            "elected",
            "appointed",
            "made");
    private static final int MAX_WORDS_OF_AGE = 2; // ", 52, the chair"
    private static final Set<String> BEFORE_DOER = Set.of(",", "is", "was", "(");
    static final Set<String> OF_PLACE = Set.of("of", "in");
    private static final Set<String> OF_LOCATION = Set.of("in", "at", "near", "on");
    private static final Set<String> PREPOSITIONS = Set.of("of", "in", "for", "at", "from", "on", "to", "with");
    private static final Set<String> AFTER_PASSIVE = Set.of("by", "with");
    private static final Set<String> END_OF_QUOTATION = Set.of(",", "”", "\"", "»", "“", "?", "!", "’", "'");
    private static final Set<String> BLOCKING = Set.of(
            "he", "she", "they", "it", "we", "i", "after", "when", "because", "while", "if", "before", "since", "but",
            ";", ":", "whom", "whose", "against", "than", "”", "»");

    private final AskedAgent asked;

    PersonTie(AskedAgent asked) {
        this.asked = asked;
    }

    /** @param names all of the sentence, in order */
    boolean isTold(Names.Name name, List<Names.Name> names, String sentence) {
        Lexemes behind = new Lexemes(sentence.substring(name.end()));
        Lexemes before = new Lexemes(sentence.substring(0, name.start()));
        return switch (asked.relation()) {
            case AGENT, HOLDER ->
                isSubject(behind, nextName(name, names), false) && !isOfOther(name, names, before)
                        || isBehindBy(before)
                        || isBehindQuotation(before);
            case PATIENT -> isSubject(behind, nextName(name, names), true) || isObject(before);
            case OFFICE -> holdsOffice(name, behind, before, nextName(name, names));
            case NONE -> false;
        };
    }

    /** "Nobody in Lima wept, said", "Ada Rao, the director for Northern Seas, said": the seas say nothing. */
    private static boolean isOfOther(Names.Name name, List<Names.Name> names, Lexemes before) {
        int last = before.size() - 1;
        boolean isLater = names.getFirst().start() < name.start();
        return before.isOneOf(last, OF_LOCATION) || isLater && before.isOneOf(last, PREPOSITIONS);
    }

    /** How many chars behind the name the next one begins. */
    private static int nextName(Names.Name name, List<Names.Name> names) {
        for (Names.Name next : names) {
            if (next.start() >= name.end()) {
                return next.start() - name.end();
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Whether a form of the verb follows, in the passive or not, and no other subject before it. */
    private boolean isSubject(Lexemes behind, int nextName, boolean isPassive) {
        if (isOwner(behind)) {
            return false;
        }
        boolean isApposed = behind.is(0, ",");
        int verb = 0;
        while (verb < Math.min(behind.size(), MAX_WORDS_TO_VERB * 2)) {
            boolean isQuoteEnd = behind.is(verb - 1, ",") && behind.is(verb, "\"");
            if (isQuoteEnd
                    || BLOCKING.contains(behind.key(verb))
                    || isOtherSubject(behind, verb, nextName, isApposed)) {
                return false;
            }
            if (asked.isTold(behind.key(verb)) && isVerbOf(behind, verb)) {
                return isPassive == isPassive(behind, verb);
            }
            verb++;
        }
        return false;
    }

    /** "Ada Rao's brother attacked": what is behind the name begins with "'s". */
    private static boolean isOwner(Lexemes behind) {
        return behind.start(0) == 0 && behind.isOneOf(0, APOSTROPHES) && behind.isGlued(1, "s");
    }

    private static boolean isVerbOf(Lexemes behind, int verb) {
        if (isDoerNoun(behind.key(verb))) {
            return behind.isOneOf(0, BEFORE_DOER); // not "by a male assailant"
        }
        boolean isNoun =
                behind.isOneOf(verb - 1, DETERMINERS) && !behind.key(verb).endsWith("ing");
        if (isNoun) {
            return false; // "condemned the attack"
        }
        return verb <= MAX_WORDS_TO_VERB || behind.is(verb - 1, "who") || behind.is(verb - 1, ",");
    }

    /** Another name before the verb, but for one in an apposition or joined by "and". */
    private static boolean isOtherSubject(Lexemes behind, int at, int nextName, boolean isApposed) {
        boolean isName = behind.start(at) == nextName;
        return isName
                && !isApposed
                && !behind.is(at - 1, "and")
                && !behind.is(at - 1, "of")
                && !behind.is(at - 1, "from");
    }

    /** "was attacked", and in headlines "attacked with a hammer" */
    private static boolean isPassive(Lexemes words, int verb) {
        String form = words.key(verb);
        boolean isParticiple = form.endsWith("ed") || form.endsWith("en") || form.equals("shot");
        boolean isBefore = words.isOneOf(verb - 1, PASSIVE) || words.isOneOf(verb - 2, PASSIVE);
        return isParticiple && (isBefore || words.isOneOf(verb + 1, AFTER_PASSIVE));
    }

    /**
     * "was founded by the engineer Ada Rao", "the winner, Ada Rao", "founder Ada Rao", "the founder of the club, Ada
     * Rao".
     */
    private boolean isBehindBy(Lexemes before) {
        int at = before.size() - 1;
        int by = at;
        while (by > at - 5 && by > 0 && !before.is(by, "by")) {
            by--;
        }
        if (before.is(by, "by") && isDone(before, by - 1)) {
            return true;
        }
        return isDoer(before.key(at)) || before.is(at, ",") && isBehindDoer(before, at - 1);
    }

    /** Whether the last verb of a passive is the asked one. */
    private boolean isDone(Lexemes before, int last) {
        int verb = last;
        while (verb > last - MAX_WORDS_TO_VERB && !asked.isDone(before.key(verb)) && !isOtherDeed(before, verb)) {
            verb--;
        }
        return asked.isDone(before.key(verb));
    }

    /** Of "a so-called pact proposed by Ada Rao" it is the proposing that she did. */
    private static boolean isOtherDeed(Lexemes before, int verb) {
        String word = before.key(verb);
        boolean isParticiple = VerbForms.of(word)
                .filter(forms -> forms.participle().equals(word))
                .isPresent();
        return isParticiple && !before.is(verb - 1, "and");
    }

    /** "the founder of the Harbour Club," */
    private boolean isBehindDoer(Lexemes before, int last) {
        int noun = last;
        while (noun > last - MAX_WORDS_OF_DOER && !before.isOneOf(noun, CLAUSE_ENDS) && !isDoer(before.key(noun))) {
            noun--;
        }
        return isDoer(before.key(noun)) && (noun == last || before.isOneOf(noun + 1, OF_PLACE));
    }

    private boolean isDoer(String noun) {
        return asked.isTold(noun) && isDoerNoun(noun);
    }

    /** "“It is safe,” said Ada Rao", "“It is safe,” said the mayor, Ada Rao" */
    private boolean isBehindQuotation(Lexemes before) {
        int last = before.is(before.size() - 1, ",") ? before.size() - 2 : before.size() - 1;
        int verb = last;
        while (verb > last - MAX_WORDS_OF_DOER
                && !VerbsOfSaying.contains(before.key(verb))
                && !before.isOneOf(verb, CLAUSE_ENDS)) {
            verb--;
        }
        boolean isSaid = VerbsOfSaying.contains(before.key(verb))
                && asked.isTold(before.key(verb))
                && !before.is(verb + 1, "by"); // "the plan, proposed by Ada Rao"
        return isSaid && before.isOneOf(verb - 1, END_OF_QUOTATION);
    }

    private static boolean isDoerNoun(String word) {
        return word.endsWith("ant")
                || word.endsWith("er")
                || word.endsWith("or")
                || word.endsWith("champion")
                || word.endsWith("chief")
                || word.endsWith("head")
                || word.endsWith("man")
                || word.endsWith("author");
    }

    /** "arrested Ada Rao" */
    private boolean isObject(Lexemes before) {
        return asked.isTold(before.key(before.size() - 1))
                || NameExtent.isTitle(before.key(before.size() - 1)) && asked.isTold(before.key(before.size() - 2));
    }

    private boolean holdsOffice(Names.Name name, Lexemes behind, Lexemes before, int nextName) {
        Lexemes own = new Lexemes(name.text());
        for (int at = 0; at < own.size() - 1; at++) {
            if (asked.isOfficeAt(own, at)) {
                return true; // "Prime Minister Ada Rao"
            }
        }
        int last = before.size() - 1;
        for (int at = last; at > last - 6 && at >= 0 && !before.is(at, ";"); at--) {
            boolean isNear = at >= last - 1 || before.is(last, ",");
            if (isNear && asked.isOfficeAt(before, at)) {
                return true; // "president Ada Rao", "the president of Fiji, Ada Rao"
            }
        }
        return isSubjectOfOffice(behind, nextName);
    }

    /** "Ada Rao, the president", "Ada Rao was sworn in as president", not "Ada Rao, the brother of the president" */
    private boolean isSubjectOfOffice(Lexemes behind, int nextName) {
        if (isOwner(behind)) {
            return false;
        }
        int end = Math.min(behind.size(), MAX_WORDS_TO_VERB * 2);
        for (int at = 0; at < end && !behind.isOneOf(at, BLOCKING); at++) {
            if (asked.isOfficeAt(behind, at) && isPredicate(behind, at)) {
                return true;
            }
            boolean isName = behind.start(at) == nextName && !behind.is(0, ",");
            if (isName && !isInOffice(behind, at)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the noun is what the name in front is, by the words between: no other verb, no preposition. */
    private static boolean isPredicate(Lexemes behind, int noun) {
        for (int at = noun - 1; at >= 0; at--) {
            if (behind.isOneOf(at, LINKING) || behind.is(at, ",") && at <= MAX_WORDS_OF_AGE) {
                return true;
            }
            if (opensOther(behind, at)) {
                return false;
            }
        }
        return true;
    }

    /** What is behind it belongs to another verb or noun: "met the captain", "the brother of the captain". */
    private static boolean opensOther(Lexemes behind, int at) {
        if (behind.is(at, "of")) {
            return !behind.is(at - 1, "one");
        }
        boolean isVerb =
                VerbForms.of(behind.key(at)).isPresent() && !behind.key(at).endsWith("ing");
        return isVerb || behind.isOneOf(at, PREPOSITIONS);
    }

    /** "became Peru's first female president", "is NATO secretary general" */
    private static boolean isInOffice(Lexemes behind, int at) {
        for (int next = at; next < at + 5; next++) {
            if (behind.isPossessive(next) || behind.is(next, "of")) {
                return true;
            }
        }
        return behind.isCapitalised(at) && at > 0 && !behind.is(at - 1, "by");
    }
}
