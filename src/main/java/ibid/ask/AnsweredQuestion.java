package ibid.ask;

import ibid.search.Ranking;
import java.util.Map;

/**
 * A question's answer and how it was produced.
 *
 * @param query  the stand-alone form that was searched
 * @param millis milliseconds by stage
 */
public record AnsweredQuestion(
        String query, Answer answer, Ranking ranking, Map<AnswerEvent.Stage, Long> millis, WriterCredit credit) {

    public AnsweredQuestion {
        millis = Map.copyOf(millis);
    }
}
