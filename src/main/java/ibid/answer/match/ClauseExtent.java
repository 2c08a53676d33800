package ibid.answer.match;

import ibid.answer.question.AnswerExtent;
import ibid.language.CharRuns;
import java.util.List;

/** Finds where the clause that begins at a place ends: "because nobody paid". */
final class ClauseExtent {

    private static final List<String> CLAUSE_ENDS = List.of("; ", " – ", " — ", ", but ", ", although ", ", while ");
    private static final String SENTENCE_END = ".!?:;,”\" ";

    private ClauseExtent() {}

    static AnswerExtent from(String sentence, int start) {
        int end = sentence.length();
        for (String mark : CLAUSE_ENDS) {
            int at = sentence.indexOf(mark, start);
            end = at > start ? Math.min(end, at) : end;
        }
        int bare = CharRuns.start(sentence, end, CharRuns.anyOf(SENTENCE_END));
        return AnswerExtent.of(sentence, start, bare > start ? bare : end);
    }
}
