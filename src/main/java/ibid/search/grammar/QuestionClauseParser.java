package ibid.search.grammar;

import ibid.language.VerbForms;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a question apart without a tagger: by its question word, its auxiliary and the forms of verbs. One use. */
final class QuestionClauseParser {

    private static final Set<String> LINKS = Set.of("and", "but", "so", "then", "also", "ok", "okay");
    private static final Set<String> TAKE_NOUN = Set.of("which", "what", "whose");
    private static final Set<String> OF_MEASURE = Set.of("many", "much");
    private static final Set<String> EMPHASIS = Set.of("exactly", "precisely"); // "When exactly did"
    private static final Set<String> ADVERBIAL = Set.of("when", "where", "why", "how");
    private static final Set<String> HAVE = Set.of("has", "have", "had");
    private static final Set<String> BEFORE_NOUN =
            Set.of("the", "a", "an", "its", "his", "her", "their", "this", "of", "to", "s", "any", "some");
    private static final int MAX_ASKED_WORDS = 7; // "how many of the world's poorest countries"

    private final String question;
    private final List<QuestionWord> words;
    private final int from;

    QuestionClauseParser(String question) {
        this.question = question;
        this.words = QuestionWord.in(question);
        int at = 0;
        while (at < words.size() - 1 && LINKS.contains(key(at))) {
            at++;
        }
        this.from = at;
    }

    Optional<QuestionClause> parse() {
        if (isAuxiliary(from)) {
            return inverted(from, from);
        }
        int word = QuestionClause.PREPOSITIONS.contains(key(from)) ? from + 1 : from;
        if (!QuestionClause.QUESTION_WORDS.contains(key(word))) {
            return Optional.empty();
        }
        int next = endOfAsked(word);
        if (next >= words.size()) {
            return Optional.empty();
        }
        return isAuxiliary(next) ? withAuxiliary(next) : asSubject(next, next + 1);
    }

    private String key(int at) {
        return at >= 0 && at < words.size() ? words.get(at).lower() : "";
    }

    /** The text of the words from one to before another. */
    private String slice(int first, int end) {
        return first >= end
                ? ""
                : question.substring(
                        words.get(first).start(), words.get(end - 1).end());
    }

    private String restFrom(int first) {
        if (first >= words.size()) {
            return "";
        }
        int start = words.get(first).start();
        boolean isInBrackets = start > 0 && question.charAt(start - 1) == '(';
        return SentenceEnd.removedFrom(question.substring(isInBrackets ? start - 1 : start));
    }

    private boolean isAuxiliary(int at) {
        String key = key(at);
        return QuestionClause.BE.contains(key) || HAVE.contains(key) || QuestionClause.DO_AND_MODALS.contains(key);
    }

    private boolean isPreposition(int at) {
        return QuestionClause.PREPOSITIONS.contains(key(at));
    }

    private boolean isVerb(int at) {
        return at < words.size()
                && !words.get(at).isNamed()
                && VerbForms.of(key(at)).isPresent();
    }

    /** The place of the auxiliary or verb behind the question phrase. */
    private int endOfAsked(int word) {
        boolean isMeasure = key(word).equals("how") && !isAuxiliary(word + 1);
        int first = word + (isMeasure ? 2 : 1);
        boolean takesNoun = TAKE_NOUN.contains(key(word)) || isMeasure && OF_MEASURE.contains(key(word + 1));
        if (takesNoun) {
            return endOfNoun(first);
        }
        return EMPHASIS.contains(key(first)) ? first + 1 : first;
    }

    private int endOfNoun(int first) {
        int last = Math.min(words.size(), first + MAX_ASKED_WORDS);
        int auxiliary = first;
        while (auxiliary < last && !isAuxiliary(auxiliary)) {
            auxiliary++;
        }
        for (int at = first; at < auxiliary; at++) {
            if (isVerb(at) && !mayBeAsked(first, at)) {
                return at;
            }
        }
        if (auxiliary < last) {
            return auxiliary;
        }
        return isVerb(first) ? first : words.size(); // "how many live in Romania"
    }

    /** "votes" of "how many votes": the first word behind "how many" is a noun unless an object follows it. */
    private boolean mayBeAsked(int first, int at) {
        return at == first && at + 1 < words.size() && !BEFORE_NOUN.contains(key(at + 1));
    }

    private Optional<QuestionClause> withAuxiliary(int auxiliary) {
        boolean isMain =
                HAVE.contains(key(auxiliary)) && participleAfter(auxiliary).isEmpty();
        if (isMain) {
            return asSubject(auxiliary, auxiliary + 1);
        }
        boolean isCounting = OF_MEASURE.contains(key(from + 1));
        boolean isOfVerb = isVerb(auxiliary + 1) && (isCounting || !ADVERBIAL.contains(key(from)));
        boolean isOfPlace = QuestionClause.BE.contains(key(auxiliary)) && isPreposition(auxiliary + 1);
        if (isOfPlace && isCounting) {
            return asSubject(auxiliary, auxiliary + 1); // "how many passengers were on board"
        }
        return isOfVerb ? asSubject(auxiliary, auxiliary + 2) : inverted(from, auxiliary);
    }

    private Optional<QuestionClause> asSubject(int verb, int end) {
        String asked = slice(from, verb);
        return Optional.of(new QuestionClause(asked, "", "", slice(verb, Math.min(end, words.size())), restFrom(end)));
    }

    private Optional<QuestionClause> inverted(int asked, int auxiliary) {
        boolean takesBase = QuestionClause.DO_AND_MODALS.contains(key(auxiliary));
        Optional<Integer> verb = takesBase ? baseAfter(auxiliary) : participleAfter(auxiliary);
        if (verb.isPresent()) {
            return Optional.of(clause(asked, auxiliary, verb.get(), verb.get() + 1));
        }
        if (!QuestionClause.BE.contains(key(auxiliary))) {
            return Optional.empty();
        }
        int predicate = asked == auxiliary ? endOfSubject(auxiliary + 1) : prepositionAfter(auxiliary + 1);
        return Optional.of(clause(asked, auxiliary, predicate, predicate));
    }

    private QuestionClause clause(int asked, int auxiliary, int verb, int rest) {
        String subject = slice(auxiliary + 1, verb);
        return new QuestionClause(slice(asked, auxiliary), key(auxiliary), subject, slice(verb, rest), restFrom(rest));
    }

    private Optional<Integer> baseAfter(int auxiliary) {
        Optional<Integer> verb = nextBase(auxiliary + 2);
        boolean mayBeNoun = verb.isPresent() && key(verb.get() + 1).equals("of"); // "the study of eels"
        Optional<Integer> later = mayBeNoun ? nextBase(verb.get() + 2) : Optional.empty();
        return later.or(() -> verb).or(() -> lastOfPhrase(auxiliary + 1));
    }

    private Optional<Integer> nextBase(int from) {
        for (int at = from; at < words.size(); at++) {
            boolean isBase = isBase(at) && !BEFORE_NOUN.contains(key(at - 1));
            if (isBase && !isAdverbLast(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private boolean isBase(int at) {
        return isVerb(at) && VerbForms.isBase(key(at));
    }

    /** "When did it last meet?" does not ask how long it lasted. */
    private boolean isAdverbLast(int at) {
        return key(at).equals("last") && isBase(at + 1);
    }

    /** A verb that is not in the list: "did the city compensate the tenants". */
    private Optional<Integer> lastOfPhrase(int from) {
        int first = BEFORE_NOUN.contains(key(from)) ? from + 1 : from;
        int at = first;
        while (at + 1 < words.size() && !words.get(at + 1).isFunctional()) {
            at++;
        }
        boolean isVerb = at > first && at < words.size() && !words.get(at).isNamed();
        return isVerb ? Optional.of(at) : Optional.empty();
    }

    /** Of "Is Albania part of the union": behind the name, or before the last word of the noun phrase. */
    private int endOfSubject(int from) {
        int at = BEFORE_NOUN.contains(key(from)) ? from + 1 : from;
        if (at < words.size() && words.get(at).isNamed()) {
            while (at < words.size() && words.get(at).isNamed()) {
                at++;
            }
            return at;
        }
        int first = at;
        while (at < words.size() && !words.get(at).isFunctional()) {
            at++;
        }
        return at == words.size() && at > first + 1 ? at - 1 : at;
    }

    private Optional<Integer> participleAfter(int auxiliary) {
        for (int at = auxiliary + 2; at < words.size(); at++) {
            if (isVerb(at) && isParticiple(key(at)) && !BEFORE_NOUN.contains(key(at - 1))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static boolean isParticiple(String key) {
        return VerbForms.of(key)
                .filter(verb -> verb.participle().equals(key) || verb.gerund().equals(key))
                .isPresent();
    }

    private int prepositionAfter(int first) {
        int at = first;
        while (at < words.size() && (key(at).equals("of") || !QuestionClause.PREPOSITIONS.contains(key(at)))) {
            at++;
        }
        return Math.min(at, words.size());
    }
}
