package ibid.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An answer with what a reader thinks of it.
 *
 * @param feedback null where there is none
 */
public record RatedAnswer(@JsonUnwrapped AnswerBody answer, FeedbackBody feedback) {}
