package ibid.answer;

import ibid.search.Ranking;
import java.time.LocalDate;
import java.util.List;

/**
 * A question to answer and the passages retrieved for it.
 *
 * @param question in its stand-alone form
 * @param parts    one ranking for each of its stand-alone questions
 * @param together the same rankings merged into one
 * @param today    the day as of which the question is asked
 */
public record WritingTask(String question, List<Ranking> parts, Ranking together, LocalDate today) {

    public WritingTask {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a question has at least one part");
        }
    }
}
