package ibid.search.rewrite;

import ibid.model.Completion;

/**
 * A question that can be understood without the conversation before it.
 *
 * @param usage tokens that a language model used to write it
 */
public record StandAloneQuestion(String text, Completion.Usage usage) {

    /** A question that no language model rewrote. */
    public StandAloneQuestion(String text) {
        this(text, Completion.Usage.NONE);
    }
}
