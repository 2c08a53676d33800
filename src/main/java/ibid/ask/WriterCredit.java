package ibid.ask;

import ibid.model.Completion;

/**
 * Who wrote an answer, and how.
 *
 * @param model  "extractive" or a language model
 * @param prompt version of the prompt it was given, or empty
 * @param note   for the reader, if another writer than the configured one wrote, the model did not finish, or the
 *               index alone was asked; else empty
 * @param usage  tokens of all the model's calls for this answer
 */
public record WriterCredit(String model, String prompt, String note, Completion.Usage usage) {

    public static final String EXTRACTIVE = "extractive";

    private static final String COUNTED = "Looked up in the index of the articles; each row quotes one of them.";

    static WriterCredit extractive() {
        return new WriterCredit(EXTRACTIVE, "", "", Completion.Usage.NONE);
    }

    /** The credit of an answer about the collection itself. */
    static WriterCredit counted() {
        return new WriterCredit(EXTRACTIVE, "", COUNTED, Completion.Usage.NONE);
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
