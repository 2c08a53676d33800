package ibid.model;

import java.util.function.Predicate;

/** A language model. */
public interface Llm {

    /**
     * Has it write; returns when it has ended, failed or been stopped.
     *
     * @param listener gets each piece as it comes, on the calling thread; false stops the model
     */
    Completion complete(Prompt.Filled prompt, Predicate<String> listener);
}
