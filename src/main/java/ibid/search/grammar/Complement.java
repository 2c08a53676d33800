package ibid.search.grammar;

import ibid.language.WordList;
import java.util.HashMap;
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

    private static String atEnd(String question, String thing) {
        String body = SentenceEnd.removedFrom(question);
        String preposition = preposition(body, EdgeWords.lastWord(body).toLowerCase(Locale.ROOT));
        String link = preposition.equals(NONE) ? " " : " " + preposition + " ";
        return body + link + thing + SentenceEnd.markOf(question.strip());
    }

    private static String preposition(String question, String word) {
        String listed = PREPOSITIONS.get(word);
        if (listed != null) {
            return listed;
        }
        boolean endsInVerb = QuestionClause.of(question)
                .filter(clause -> EdgeWords.lastWord(clause.verb()).equalsIgnoreCase(word))
                .isPresent();
        return endsInVerb ? "about" : "of";
    }

    /** Whether it asks for an answer to something said or done: "How did Beijing respond?" */
    public static boolean isResponse(String question) {
        String word = EdgeWords.lastWord(SentenceEnd.removedFrom(question)).toLowerCase(Locale.ROOT);
        return "to".equals(PREPOSITIONS.get(word));
    }
}
