package ibid.answer.match;

import ibid.answer.CuePhrases;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AskedQuantity;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import ibid.language.quantity.NumberedNames;
import ibid.language.quantity.Quantity;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds in a sentence the quantities that a question asks for. */
final class QuantityMatcher {

    private static final Set<String> SKIPPED =
            Set.of("now", "also", "still", "currently", "already", "only", "then", "alone", "once", "today", "itself");
    private static final CuePhrases BEGINNINGS = new CuePhrases(List.of(
            "began/started/founded/established/opened with/by/in/as",
            "originally/initially/formerly/previously",
            "at first/launch",
            "used to",
            "once had/counted/employed",
            "when it began/started/opened"));
    private static final Set<String> PAST_AUXILIARIES = Set.of("did", "was", "were", "had");
    private static final Set<String> PRESENT_AUXILIARIES = Set.of("does", "do", "is", "are", "has", "have");
    private static final Set<String> RELATIVE_PRONOUNS = Set.of("which", "who", "whose", "whom", "where");
    private static final Set<String> FINITE_VERBS = WordList.read(QuantityMatcher.class, "finite-verbs.txt");

    private static final Set<String> CLAUSE_MARKS = Set.of(",", ";", ":", "(");
    private static final int MAX_COUNTED_WORDS = 3; // "full member states of"

    private final AskedQuantity asked;
    private final List<Names.Name> askedNames;
    private final boolean asksForToday;

    QuantityMatcher(AskedQuantity asked, String question) {
        this.asked = asked;
        this.askedNames = Names.in(question);
        this.asksForToday = asksForToday(question);
    }

    List<AnswerMatch> findIn(String sentence) {
        List<Quantity> quantities = Quantity.mentioned(sentence);
        QuantityExtent extents = new QuantityExtent(sentence, quantities);
        List<AnswerMatch> matches = new ArrayList<>(MeasurePatterns.find(asked.measure(), sentence));
        Lexemes words = new Lexemes(sentence);
        for (Quantity quantity : quantities) {
            AskedQuantity.Fit fit = asked.fit(quantity, sentence);
            if (fit == AskedQuantity.Fit.NONE || !isCount(quantity, fit) || NumberedNames.has(quantity, words)) {
                continue;
            }
            if (isOfAnother(quantity, sentence) || isOfAnotherBody(quantity, sentence)) {
                continue;
            }
            boolean isExact = fit == AskedQuantity.Fit.EXACT
                    && !(asksForToday && BEGINNINGS.isIn(sentence.substring(0, quantity.start())));
            matches.add(new AnswerMatch(quantity.words(), quantity.start(), isExact, extents.of(quantity)));
        }
        return matches;
    }

    /** "How many members does it have" asks for no number that it began with. */
    private static boolean asksForToday(String question) {
        Lexemes words = new Lexemes(question);
        boolean isPresent = false;
        for (int at = 0; at < words.size(); at++) {
            if (words.isOneOf(at, PAST_AUXILIARIES)) {
                return false;
            }
            isPresent |= words.isOneOf(at, PRESENT_AUXILIARIES);
        }
        return isPresent;
    }

    /** "One" counts only where what is asked for follows: "one soldier", not "one of them". */
    private static boolean isCount(Quantity quantity, AskedQuantity.Fit fit) {
        if (quantity.kind() == Quantity.Kind.ORDINAL) {
            return false;
        }
        return !quantity.isOne()
                || fit == AskedQuantity.Fit.EXACT && !quantity.counted().isEmpty();
    }

    /**
     * Whether the clause has another named subject than the question: "the Coast Guard has 300 people" where the Navy
     * is asked about, and not named behind.
     */
    private boolean isOfAnother(Quantity quantity, String sentence) {
        if (askedNames.isEmpty() || asked.measure() != AskedQuantity.Measure.COUNT) {
            return false;
        }
        Names.Name subject = null;
        Names.Name before = null;
        for (Names.Name name : Names.in(sentence)) {
            if (name.end() <= quantity.start() && isSubject(sentence.substring(name.end(), quantity.start()))) {
                subject = isApposed(before, name, sentence) ? before : name;
            }
            before = name;
        }
        return subject != null && !isAsked(subject.text()) && !isAsked(sentence.substring(quantity.end()));
    }

    /** "The ten members of the Baltic League" where the Arctic Council's are asked for. */
    private boolean isOfAnotherBody(Quantity quantity, String sentence) {
        boolean asksForBody = askedNames.stream().anyMatch(name -> Names.isBody(name.text()));
        return asksForBody
                && Names.in(sentence).stream()
                        .filter(name -> name.start() > quantity.end() && Names.isBody(name.text()))
                        .filter(name -> isOwner(new Lexemes(sentence.substring(quantity.end(), name.start()))))
                        .anyMatch(name -> !isAsked(name.text()) && !isAcronymAsked(name.text()));
    }

    /** "members of the" */
    private static boolean isOwner(Lexemes between) {
        int last = between.size() - 1;
        last -= between.is(last, "the") ? 1 : 0;
        return last <= MAX_COUNTED_WORDS && between.is(last, "of") && !between.hasAny(CLAUSE_MARKS);
    }

    private boolean isAcronymAsked(String body) {
        String initials = Names.initials(body);
        return askedNames.stream()
                .map(Names.Name::text)
                .anyMatch(name -> name.equals(initials)
                        || Names.initials(name).equals(body)
                        || Names.isAcronymOf(name, body)
                        || Names.isAcronymOf(body, name));
    }

    /** "Taiwan, officially the Republic of China, is": the second name is another of the first. */
    private static boolean isApposed(Names.Name first, Names.Name second, String sentence) {
        if (first == null) {
            return false;
        }
        Lexemes between = new Lexemes(sentence.substring(first.end(), second.start()));
        boolean isOpen = between.is(0, ",") && sentence.startsWith(",", second.end());
        for (int at = 1; at < between.size() && isOpen; at++) {
            isOpen = between.isWord(at) && !isVerb(between.key(at));
        }
        return isOpen && !between.hasAny(RELATIVE_PRONOUNS) && !between.is(1, "and");
    }

    private boolean isAsked(String text) {
        for (Names.Name name : askedNames) {
            List<String> terms = IndexTerms.of(name.text());
            if (IndexTerms.of(text).stream().anyMatch(terms::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words behind a name begin with its verb, and its clause does not end among them. */
    private static boolean isSubject(String behind) {
        Lexemes words = new Lexemes(behind);
        int verb = verbAt(words);
        for (int at = verb; at < words.size(); at++) {
            if (!words.isWord(at) && !words.is(at, "$") && !words.is(at, "-")) {
                return false;
            }
        }
        return isVerb(words.key(verb)) && !VerbsOfSaying.contains(words.key(verb));
    }

    private static int verbAt(Lexemes words) {
        int verb = 0;
        while (words.isGlued(verb + 1) && words.isCapitalised(verb + 1)) {
            verb += 2; // "Assistance Group–Ukraine"
        }
        verb = afterRelativeClause(words, verb);
        verb += words.is(verb, ",") || words.is(verb, ")") ? 1 : 0;
        while (SKIPPED.contains(words.key(verb))) {
            verb++;
        }
        return verb;
    }

    /** At the comma that ends ", which Voltra took over,", or the place itself. */
    private static int afterRelativeClause(Lexemes words, int at) {
        if (!words.is(at, ",") || !words.isOneOf(at + 1, RELATIVE_PRONOUNS)) {
            return at;
        }
        int end = at + 2;
        while (end < words.size() && !words.is(end, ",")) {
            end++;
        }
        return end < words.size() ? end : at;
    }

    private static boolean isVerb(String word) {
        return FINITE_VERBS.contains(word) || word.length() > 4 && word.endsWith("ed");
    }
}
