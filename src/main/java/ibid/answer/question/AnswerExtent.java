package ibid.answer.question;

import ibid.language.Lexemes;

/**
 * The words of a sentence that can be shown as a short answer: what is of the type asked for, with what belongs to it,
 * as "about 700 personnel", "President Dina Boluarte", "Altadena, California".
 *
 * @param start char offset in the sentence
 */
public record AnswerExtent(String text, int start) {

    public static AnswerExtent of(String sentence, int from, int to) {
        return new AnswerExtent(sentence.substring(from, to), from);
    }

    /** @param to the lexeme behind the last */
    public static AnswerExtent of(Lexemes words, int from, int to) {
        return new AnswerExtent(words.slice(from, to), words.start(from));
    }

    public int end() {
        return start + text.length();
    }
}
