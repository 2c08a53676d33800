package ibid.answer;

import ibid.search.Ranking;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be answered, and what a search found for it.
 *
 * @param question stand-alone
 * @param parts    one ranking for each of the stand-alone questions in it
 * @param together the same rankings as one
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
