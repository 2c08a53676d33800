package ibid.search.grammar;

import ibid.language.Inflections;
import ibid.language.VerbForms;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question taken apart: "On what grounds | did | India’s minister | reject | an Asian NATO".
 *
 * @param asked     the question phrase, or empty: "Did India agree?"
 * @param auxiliary empty where the question phrase is the subject: "Who | won | the run-off"
 * @param subject   empty where the question phrase is
 * @param verb      with its auxiliary where the question phrase is the subject; empty behind "is": "Who | is | Rutte"
 */
public record QuestionClause(String asked, String auxiliary, String subject, String verb, String rest) {

    public static final Set<String> PREPOSITIONS =
            Set.of("in", "on", "at", "by", "for", "from", "to", "with", "since", "under", "during", "until", "of");
    public static final Set<String> QUESTION_WORDS =
            Set.of("who", "whom", "whose", "what", "which", "when", "where", "why", "how");
    private static final Set<String> OTHER_SUBJECTS =
            Set.of("it", "he", "she", "they", "we", "you", "i", "this", "that", "these", "those", "the");
    private static final Set<String> ADVERBS =
            Set.of("still", "now", "currently", "already", "ever", "actually", "also");
    private static final Set<String> PLACE_NOUNS = Set.of("city", "town", "capital", "place", "country", "island");
    private static final Set<String> DECIDING_BODIES = WordList.read(QuestionClause.class, "deciding-bodies.txt");
    private static final Set<String> STATIVE = Set.of("", "have", "need", "want", "mean", "do");
    public static final Set<String> BE = Set.of("is", "are", "was", "were");
    public static final Set<String> DO_AND_MODALS =
            Set.of("do", "does", "did", "can", "could", "will", "would", "should", "may", "might", "must");
    /** Empty where it is no question of a known pattern. */
    public static Optional<QuestionClause> of(String question) {
        return new QuestionClauseParser(question).parse();
    }

    public boolean isSubjectAsked() {
        return auxiliary.isEmpty();
    }

    /** "Who is Mark Rutte?" */
    public boolean isIdentity() {
        return verb.isEmpty() && rest.isEmpty();
    }

    /** "What is the capital of Kenya?", and not "Where is the harbour?" */
    public boolean asksWhatItIs() {
        return isIdentity() && Set.of("what", "who", "which").contains(EdgeWords.firstWord(asked));
    }

    /** "Where is it based?", "What is the capital of Kenya?", "Which city was flooded?" */
    public boolean asksPlace() {
        boolean isOfKind = PLACE_NOUNS.contains(askedNoun())
                || isIdentity()
                        && QuestionWord.in(subject).stream()
                                .map(QuestionWord::lower)
                                .anyMatch(PLACE_NOUNS::contains);
        return EdgeWords.firstWord(asked).equals("where") || isOfKind;
    }

    /** Whether it is a question by itself, and not "what it means" or "why he left". */
    public boolean isWhole() {
        if (!isSubjectAsked()) {
            return !subject.isEmpty();
        }
        boolean isAdverbial =
                Set.of("when", "where", "why", "how").contains(EdgeWords.firstWord(asked)) && !isCounting();
        boolean hasOtherSubject =
                QuestionWord.in(asked).stream().skip(1).anyMatch(word -> OTHER_SUBJECTS.contains(word.lower()));
        return !isAdverbial && !hasOtherSubject && isVerb(EdgeWords.firstWord(verb));
    }

    private static boolean isVerb(String word) {
        return VerbForms.of(word).isPresent() || BE.contains(word) || DO_AND_MODALS.contains(word);
    }

    /** Whether something of it happened, rather than holds. */
    public boolean isPast() {
        if (isSubjectAsked()) {
            String first = EdgeWords.firstWord(verb);
            return BE.contains(first)
                    ? first.startsWith("w")
                    : first.equals("had")
                            || VerbForms.of(first)
                                    .filter(form -> form.isPast(first))
                                    .isPresent();
        }
        return Set.of("did", "was", "were", "had").contains(auxiliary);
    }

    private boolean asksForThing() {
        return Set.of("what", "who", "whom", "which").contains(EdgeWords.firstWord(asked))
                || !askedNoun().isEmpty();
    }

    /** "votes" of "how many votes", "countries" of "which countries". */
    public String askedNoun() {
        List<QuestionWord> words = QuestionWord.in(asked);
        int at = 0;
        while (at < words.size() && isBeforeAskedNoun(words.get(at).lower())) {
            at++;
        }
        int end = words.size();
        while (end > at && ADVERBS.contains(words.get(end - 1).lower())) {
            end--;
        }
        return at >= end
                ? ""
                : asked.substring(words.get(at).start(), words.get(end - 1).end());
    }

    private static boolean isBeforeAskedNoun(String word) {
        return QUESTION_WORDS.contains(word)
                || PREPOSITIONS.contains(word)
                || Set.of("many", "much", "else").contains(word);
    }

    /** With another question phrase: "Why" makes "Why did India reject it?" of "When did India reject it?". */
    public String askedWith(String other, Optional<String> answer) {
        String opening = capitalised(other);
        String first = EdgeWords.firstWord(verb);
        if (isSubjectAsked() && BE.contains(first)) {
            String predicate = verb.substring(first.length()).strip();
            return joined(opening, first, gap(answer), predicate, rest) + "?";
        }
        if (isSubjectAsked()) {
            String link = isPast() ? "was it that" : "is it that";
            return joined(opening, link, gap(answer), verb, rest) + "?";
        }
        return joined(opening, auxiliary, subject, verb, filler(answer), rest) + "?";
    }

    /** The same of others: "Who else proposed it?", "What else did she say?". */
    public String askedForOthers(String word) {
        String first = EdgeWords.firstWord(asked);
        String opening = capitalised(word) + " else";
        if (isSubjectAsked()) {
            boolean isSame = first.equals(word) || !askedNoun().isEmpty();
            return isSame
                    ? joined(opening, verb, rest) + "?"
                    : joined(opening, "was it that", statement(Optional.empty())) + "?";
        }
        boolean asksSubject = word.equals("who") && !first.equals("who") && !verb.isEmpty();
        return asksSubject
                ? joined(opening, finiteVerb(), rest) + "?"
                : joined(opening, auxiliary, subject, verb, rest) + "?";
    }

    /** Of one that may be among them: "Which countries recognise Taiwan?" makes "Does Japan recognise Taiwan?". */
    public String askedOf(String one) {
        String first = EdgeWords.firstWord(verb);
        String adverbs = adverbsOfAsked();
        if (BE.contains(first) || verb.contains(" ")) {
            String singular = Map.of("are", "is", "were", "was", "have", "has").getOrDefault(first, first);
            return joined(
                            capitalised(singular),
                            one,
                            adverbs,
                            verb.substring(first.length()).strip(),
                            rest) + "?";
        }
        String base = VerbForms.baseOf(first);
        return joined(isPast() ? "Did" : "Does", one, adverbs, base, rest) + "?";
    }

    private String adverbsOfAsked() {
        String last = EdgeWords.lastWord(asked);
        return ADVERBS.contains(last) ? last : "";
    }

    public boolean isCounting() {
        return asked.toLowerCase(Locale.ROOT).contains("how m");
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    public QuestionClause withRest(String other) {
        return new QuestionClause(asked, auxiliary, subject, verb, other);
    }

    /** "Is India not willing": why not, where a yes or no was asked for. */
    public QuestionClause negated() {
        if (!asked.isEmpty()) {
            return this;
        }
        return verb.isEmpty()
                ? withRest(joined("not", rest))
                : new QuestionClause(asked, auxiliary, subject.replaceFirst(" ever$", ""), joined("not", verb), rest);
    }

    /** Whether {@link #statement} knows the forms of its verb. */
    public boolean isTellable() {
        return !verb.isEmpty()
                && (!DO_AND_MODALS.contains(auxiliary) || VerbForms.of(verb).isPresent());
    }

    /** What happened, as a statement: "India rejected the idea". */
    public String statement(Optional<String> answer) {
        if (isSubjectAsked()) {
            return joined(gap(answer), verb, rest);
        }
        return joined(subject, finiteVerb(), filler(answer), rest);
    }

    /** "what Takaichi said about Taiwan", where what was said or done is asked for. */
    public Optional<String> thingMeant() {
        boolean asksWhat =
                EdgeWords.firstWord(asked).equals("what") && askedNoun().isEmpty();
        boolean hasVerb = asksWhat && !isSubjectAsked() && !verb.isEmpty();
        return hasVerb ? Optional.of(joined("what", subject, finiteVerb(), rest)) : Optional.empty();
    }

    /** Whether it is about its object: "Did the court uphold the ban?", "What do critics say about the law?" */
    public boolean isAboutObject() {
        boolean hasObject = !rest.isEmpty() && !PREPOSITIONS.contains(EdgeWords.firstWord(rest));
        boolean isDecision = isDecidingBody(subject) && !STATIVE.contains(verb);
        boolean isSaid = EdgeWords.firstWord(rest).equals("about") && !subject.isEmpty() && !isThing(subject);
        return hasObject && (isDecision || isSaid);
    }

    /** "the report" */
    private static boolean isThing(String phrase) {
        String last = EdgeWords.lastWord(phrase);
        return phrase.startsWith("the ") && last.equals(last.toLowerCase(Locale.ROOT));
    }

    /** "the port authority" */
    public static boolean isDecidingBody(String phrase) {
        return DECIDING_BODIES.contains(EdgeWords.lastWord(phrase).toLowerCase(Locale.ROOT));
    }

    /** "The otter that bit a surfer", where one of a kind is asked for. */
    public Optional<String> oneAsked() {
        boolean asksOne = isSubjectAsked()
                && EdgeWords.firstWord(asked).equalsIgnoreCase("which")
                && !askedNoun().isEmpty()
                && !Inflections.isPlural(EdgeWords.lastWord(askedNoun()));
        return asksOne ? Optional.of(joined("the", askedNoun(), "that", verb, rest)) : Optional.empty();
    }

    /** "The ships that the navy sent to Crete", where they are counted or asked for. */
    public Optional<String> thingsAsked() {
        boolean asksWhich = EdgeWords.firstWord(asked).equalsIgnoreCase("which")
                && Inflections.isPlural(EdgeWords.lastWord(askedNoun()));
        if (askedNoun().isEmpty() || !isCounting() && !asksWhich) {
            return Optional.empty();
        }
        String statement = isSubjectAsked() ? joined(verb, rest) : joined(subject, finiteVerb(), rest);
        return Optional.of(joined("the", askedNoun(), "that", statement));
    }

    /** In the place of what is asked for. */
    private String gap(Optional<String> answer) {
        if (oneAsked().isPresent()) {
            return answer.orElse("the " + askedNoun());
        }
        if (askedNoun().isEmpty()) {
            return answer.orElse(EdgeWords.firstWord(asked).equals("who") ? "someone" : "something");
        }
        return askedNoun();
    }

    private String filler(Optional<String> answer) {
        boolean isArgument = asksForThing() && !verb.isEmpty() && DO_AND_MODALS.contains(auxiliary);
        if (!isArgument || PREPOSITIONS.contains(EdgeWords.firstWord(asked))) {
            return "";
        }
        return EdgeWords.firstWord(asked).equals("what") && askedNoun().isEmpty() ? "that" : gap(answer);
    }

    private String finiteVerb() {
        Optional<VerbForms> forms = VerbForms.of(verb);
        if (forms.isEmpty() || !Set.of("do", "does", "did").contains(auxiliary)) {
            return joined(auxiliary, verb);
        }
        if (auxiliary.equals("did")) {
            return forms.get().past();
        }
        return auxiliary.equals("does") ? forms.get().thirdPerson() : verb;
    }

    private static String joined(String... parts) {
        List<String> filled = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                filled.add(part);
            }
        }
        return String.join(" ", filled);
    }
}
