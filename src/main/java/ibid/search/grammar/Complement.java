package ibid.search.grammar;

import ibid.language.VerbForms;
import ibid.language.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Completes a question with what it leaves unsaid: "What are the symptoms" takes "of dengue fever". */
public final class Complement {

    private static final Map<String, String> PREPOSITIONS = read();
    private static final String NONE = "-";

    private Complement() {}

    private static Map<String, String> read() {
        Map<String, String> prepositions = new HashMap<>();
        for (String line : WordList.lines(Complement.class, "complements.txt")) {
            int colon = line.indexOf(':');
            for (String word : line.substring(colon + 1).strip().split(" ")) {
                prepositions.put(word, line.substring(0, colon));
            }
        }
        return prepositions;
    }

    /** The question with the thing behind its last word; as it is where it has the thing already. */
    public static String added(String question, String thing) {
        boolean holdsThing = question.toLowerCase(Locale.ROOT).contains(thing.toLowerCase(Locale.ROOT));
        if (thing.isEmpty() || holdsThing) {
            return question;
        }
        return behindSubject(question, thing).orElseGet(() -> atEnd(question, thing));
    }

    /** "What was the mission called" takes "of HMS Richmond" behind its subject. */
    private static Optional<String> behindSubject(String question, String thing) {
        Optional<QuestionClause> clause = QuestionClause.of(question);
        if (clause.isEmpty()
                || clause.get().isSubjectAsked()
                || !clause.get().rest().isEmpty()) {
            return Optional.empty();
        }
        String subject = clause.get().subject();
        String verb = clause.get().verb().toLowerCase(Locale.ROOT);
        boolean takesIt = subject.startsWith("the ") && !verb.isEmpty() && !PREPOSITIONS.containsKey(verb);
        int end = question.indexOf(subject) + subject.length();
        return takesIt
                ? Optional.of(question.substring(0, end) + " of " + thing + question.substring(end))
                : Optional.empty();
    }

    /** In brackets where the last word takes no complement: "When is work to begin (the harbour bridge)?" */
    private static String atEnd(String question, String thing) {
        String body = SentenceEnd.removedFrom(question);
        String mark = SentenceEnd.markOf(question.strip());
        return preposition(body, thing)
                .map(word -> word.equals(NONE) ? " " + thing : " " + word + " " + thing)
                .map(complement -> body + complement + mark)
                .orElse(body + " (" + thing + ")" + mark);
    }

    private static Optional<String> preposition(String question, String thing) {
        String word = EdgeWords.lastWord(question).toLowerCase(Locale.ROOT);
        Optional<String> listed = Optional.ofNullable(PREPOSITIONS.get(word))
                .filter(link -> !link.equals(NONE) || !asksForObject(question));
        boolean takesOf = !PREPOSITIONS.containsKey(word) && endsInNoun(question) && !isActivity(thing);
        return takesOf ? Optional.of("of") : listed;
    }

    /** "What group did she help to found?" */
    private static boolean asksForObject(String question) {
        return QuestionClause.of(question)
                .filter(clause ->
                        !clause.isSubjectAsked() && !clause.askedNoun().isEmpty() && !clause.isCounting())
                .isPresent();
    }

    /** Not behind a name: "the boats on order with the French". */
    private static boolean endsInNoun(String question) {
        List<QuestionWord> words = QuestionWord.in(question);
        return !words.isEmpty()
                && !words.getLast().isFunctional()
                && !words.getLast().isPastTense()
                && !words.getLast().isNamed();
    }

    /** "climbing the rock" */
    private static boolean isActivity(String thing) {
        String first = EdgeWords.firstWord(thing);
        return VerbForms.of(first).filter(verb -> verb.gerund().equals(first)).isPresent();
    }

    /** Whether it asks for an answer to something said or done: "How did Beijing respond?" */
    public static boolean isResponse(String question) {
        String word = EdgeWords.lastWord(SentenceEnd.removedFrom(question)).toLowerCase(Locale.ROOT);
        return "to".equals(PREPOSITIONS.get(word));
    }
}
