package ibid.library;

/** The outcome for an uploaded file. */
public sealed interface IntakeOutcome {

    /** The file was added to the folder. */
    record Added(CorpusFile file) implements IntakeOutcome {}

    /** It replaced the file of that name, which was moved away. */
    record Replaced(CorpusFile file) implements IntakeOutcome {}

    /** The same file already exists, byte for byte. */
    record Unchanged(CorpusFile file) implements IntakeOutcome {}

    /**
     * @param name        as uploaded, in composed Unicode characters
     * @param reason      what the conflict is, and how to continue
     * @param replaceable whether it may replace the existing file if its sender asks for it
     */
    record Taken(String name, String reason, boolean replaceable) implements IntakeOutcome {}

    /** @param reason why its name is invalid or its bytes are not an article; it was not kept */
    record Refused(String name, String reason) implements IntakeOutcome {}
}
