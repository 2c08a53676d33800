package ibid.search.parts;

import ibid.language.Lexemes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Questions behind what they are about: "The Aurelia: who built it, and when did it sink?", "How did the strike come
 * about - who called it and why did it end?".
 *
 * @param frame     what they are about: a thing, or a question that the others spell out
 * @param questions at least two
 */
record FramedQuestions(String frame, List<String> questions) {

    private static final Set<String> SIGNS = Set.of(":", "-", "–", "—");

    FramedQuestions {
        questions = List.copyOf(questions);
    }

    static Optional<FramedQuestions> in(String text) {
        Lexemes words = new Lexemes(text);
        for (int at = 1; at < words.size() - 1; at++) {
            if (SIGNS.contains(words.key(at)) && isBetweenWords(text, words, at)) {
                List<String> questions = QuestionSplit.of(text.substring(words.end(at)));
                String frame = text.substring(0, words.start(at)).strip();
                return questions.size() < 2 ? Optional.empty() : Optional.of(new FramedQuestions(frame, questions));
            }
        }
        return Optional.empty();
    }

    /** A dash with spaces around it, or a colon before one: neither a hyphen nor a time of day. */
    private static boolean isBetweenWords(String text, Lexemes words, int at) {
        boolean isSpacedBehind = text.startsWith(" ", words.end(at));
        return isSpacedBehind && (words.is(at, ":") || words.isSpaced(at));
    }

    /** As if it had been asked before: the pronouns of the questions stand for what is in it. */
    String asked() {
        return QuestionSplit.isQuestion(frame) ? frame + "?" : "What about " + frame + "?";
    }
}
