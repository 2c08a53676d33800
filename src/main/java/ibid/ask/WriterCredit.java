package ibid.ask;

import ibid.model.Completion;

/**
 * Who wrote an answer, and how.
 *
 * @param model  "extractive" or a language model
 * @param prompt version of the prompt it was given, or empty
 * @param note   for the reader, if another writer than the configured one wrote or the model did not finish; else empty
 * @param usage  tokens of all the model's calls for this answer
 */
public record WriterCredit(String model, String prompt, String note, Completion.Usage usage) {

    public static final String EXTRACTIVE = "extractive";

    static WriterCredit extractive() {
        return new WriterCredit(EXTRACTIVE, "", "", Completion.Usage.NONE);
    }

    /** A copy with more tokens used. */
    WriterCredit plus(Completion.Usage more) {
        return withUsage(usage.plus(more));
    }

    /** A copy with this usage instead. */
    public WriterCredit withUsage(Completion.Usage other) {
        return new WriterCredit(model, prompt, note, other);
    }
}
