package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import ibid.search.SearchFilters;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The body of {@code POST /answers}.
 *
 * @param conversationId an existing conversation, or empty for a new one
 * @param filters        null for all articles
 * @param asOf           the latest publication date to consider, or null
 * @param provisional    whether the events contain a language model's text before it is checked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AnswerRequest(
        String question, String conversationId, FiltersBody filters, LocalDate asOf, boolean provisional) {

    public static final int MAX_QUESTION_CHARS = 2000;

    public AnswerRequest {
        if (question.isBlank()) {
            throw JsonProblem.invalid("“question” is missing or empty");
        }
        if (question.length() > MAX_QUESTION_CHARS) {
            throw JsonProblem.invalid(
                    "the question is longer than " + MAX_QUESTION_CHARS + " characters; ask a shorter one");
        }
        question = question.strip();
    }

    /** The conversation it belongs to; empty for a new one. */
    public Optional<String> conversation() {
        return Optional.of(conversationId).filter(id -> !id.isEmpty());
    }

    /** The filters combined with the latest publication date. */
    public SearchFilters searchFilters() {
        return filters == null ? searchFilters(FiltersBody.NONE, asOf) : searchFilters(filters, asOf);
    }

    /** @param asOf the last day of publication that counts, or null */
    public static SearchFilters searchFilters(FiltersBody filters, LocalDate asOf) {
        SearchFilters chosen = filters.toFilters();
        return asOf == null ? chosen : chosen.asOf(asOf);
    }
}
