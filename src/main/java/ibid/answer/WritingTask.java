package ibid.answer;

import ibid.search.Ranking;
import ibid.search.parts.SubQuestions;
import java.time.LocalDate;
import java.util.List;

/**
 * A question to answer and the passages retrieved for it.
 *
 * @param asked    the stand-alone question and the questions in it
 * @param parts    one ranking for each of them
 * @param together the same rankings as one
 * @param today    the day as of which the question is asked
 */
public record WritingTask(SubQuestions asked, List<Ranking> parts, Ranking together, LocalDate today) {

    public WritingTask {
        parts = List.copyOf(parts);
        if (parts.size() != asked.parts().size()) {
            throw new IllegalArgumentException("a ranking for each part of the question");
        }
    }

    public String question() {
        return asked.whole();
    }
}
