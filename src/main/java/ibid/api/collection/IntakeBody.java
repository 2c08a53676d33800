package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.api.NullIfEmpty;
import ibid.api.ProblemBody;
import ibid.index.IndexSnapshot;
import ibid.library.CorpusFile;
import ibid.library.IntakeOutcome;
import ibid.library.ListedFile;
import java.util.List;

/** The outcome for each uploaded file. */
public record IntakeBody(List<SentFile> files) {

    /**
     * An uploaded file.
     *
     * @param id          of its article, or of the file itself if it holds several; null if it was refused
     * @param articles    how many articles of it are in the index
     * @param status      HTTP status as if it had been uploaded alone
     * @param state       null if it was refused
     * @param replaceable whether {@code replace=true} would replace the existing file; left out if there is none
     */
    public record SentFile(
            String file,
            @NullIfEmpty String id,
            int status,
            Outcome outcome,
            ListedFile.State state,
            int articles,
            @NullIfEmpty String reason,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean replaceable) {

        /** @param snapshot the index after the update */
        public static SentFile of(IntakeOutcome outcome, IndexSnapshot snapshot) {
            return switch (outcome) {
                case IntakeOutcome.Added added -> kept(201, Outcome.ADDED, added.file(), snapshot);
                case IntakeOutcome.Replaced replaced -> kept(201, Outcome.REPLACED, replaced.file(), snapshot);
                case IntakeOutcome.Unchanged unchanged -> kept(200, Outcome.UNCHANGED, unchanged.file(), snapshot);
                case IntakeOutcome.Taken taken -> refused(409, taken.name(), taken.reason(), taken.replaceable());
                case IntakeOutcome.Refused refused -> refused(422, refused.name(), refused.reason(), null);
            };
        }

        private static SentFile kept(int status, Outcome outcome, CorpusFile file, IndexSnapshot snapshot) {
            ListedFile listed = ListedFile.of(file, snapshot.files());
            String id = file.id().value();
            return new SentFile(
                    file.name(), id, status, outcome, listed.state(), listed.articles(), listed.reason(), null);
        }

        private static SentFile refused(int status, String name, String reason, Boolean replaceable) {
            return new SentFile(name, "", status, Outcome.REFUSED, null, 0, reason, replaceable);
        }
    }

    /** The problem if no file was kept, with the outcome for each. */
    public record Refused(@JsonUnwrapped ProblemBody problem, List<SentFile> files) {}

    /** The outcome for a file. */
    public enum Outcome {
        ADDED,
        REPLACED,
        UNCHANGED,
        REFUSED
    }
}
