package ibid.ask;

import ibid.model.Completion.Usage;

/**
 * Who wrote an answer, and how.
 *
 * @param model  "extractive" or a language model
 * @param prompt version of the prompt it was given, or empty
 * @param note   for the reader, where another wrote than was to write or the model did not end; else empty
 * @param usage  tokens of all the model's calls for this answer
 */
public record Authorship(String model, String prompt, String note, Usage usage) {

    public static final String EXTRACTIVE = "extractive";

    static Authorship extractive() {
        return new Authorship(EXTRACTIVE, "", "", Usage.NONE);
    }

    Authorship noted(String remark) {
        return new Authorship(model, prompt, remark, usage);
    }

    Authorship with(Usage more) {
        return new Authorship(model, prompt, note, usage.plus(more));
    }
}
