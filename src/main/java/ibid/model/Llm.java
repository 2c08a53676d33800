package ibid.model;

import java.util.function.Predicate;

/** A language model. */
public interface Llm {

    /**
     * Has the model write; returns when it has ended, failed or been stopped.
     *
     * @param listener receives each piece as it arrives, on the calling thread; false stops the model
     */
    Completion complete(Prompt.Filled prompt, Predicate<String> listener);
}
