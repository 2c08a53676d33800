package ibid.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An answer with a reader's feedback.
 *
 * @param feedback null if there is none
 */
public record RatedAnswer(@JsonUnwrapped AnswerBody answer, FeedbackBody feedback) {}
