package ibid.ask;

import ibid.search.Ranking;
import ibid.search.SearchFilters;
import java.util.List;

/** Makes an answer of what was found: by quoting, or by having a language model write. */
public interface Author {

    Authored answer(Found found, AnsweredQuestion.Clock clock, AnswerEvent.Watcher watcher);

    /**
     * What was asked and what the search gave.
     *
     * @param parts    the stand-alone questions in it, each with its ranking
     * @param together the rankings as one
     */
    record Found(String query, SearchFilters filters, List<String> parts, List<Ranking> rankings, Ranking together) {}

    record Authored(Answer answer, WriterCredit authorship) {}
}
