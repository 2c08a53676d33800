package ibid.library;

/** What became of a file that somebody sent. */
public sealed interface IntakeOutcome {

    /** It is in the folder now. */
    record Added(CorpusFile file) implements IntakeOutcome {}

    /** It took the place of the file of that name, which was put away. */
    record Replaced(CorpusFile file) implements IntakeOutcome {}

    /** It was there already, byte for byte. */
    record Unchanged(CorpusFile file) implements IntakeOutcome {}

    /**
     * @param name        as it was sent, in composed characters
     * @param reason      what replaces it, and how to go on
     * @param replaceable whether it may take that place, if its sender says so
     */
    record Taken(String name, String reason, boolean replaceable) implements IntakeOutcome {}

    /** @param reason why its name cannot be a file's or its bytes are no article; it was not kept */
    record Refused(String name, String reason) implements IntakeOutcome {}
}
