package ibid.ask;

import ibid.model.Completion;

/**
 * Who wrote an answer, and how.
 *
 * @param model  "extractive" or a language model
 * @param prompt version of the prompt it was given, or empty
 * @param note   for the reader, where another wrote than was to write or the model did not end; else empty
 * @param usage  tokens of all the model's calls for this answer
 */
public record WriterCredit(String model, String prompt, String note, Completion.Usage usage) {

    public static final String EXTRACTIVE = "extractive";

    static WriterCredit extractive() {
        return new WriterCredit(EXTRACTIVE, "", "", Completion.Usage.NONE);
    }

    /** The same, with more tokens used. */
    WriterCredit plus(Completion.Usage more) {
        return withUsage(usage.plus(more));
    }

    /** The same, with that usage in place of its own. */
    public WriterCredit withUsage(Completion.Usage other) {
        return new WriterCredit(model, prompt, note, other);
    }
}
