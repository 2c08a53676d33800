package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.api.NullIfEmpty;
import ibid.index.IndexDamage;
import ibid.index.IndexSnapshot;
import ibid.index.update.HeldRemovals;
import ibid.index.update.IndexWatcher;
import ibid.index.update.UpdateProgress;
import ibid.library.EntryListing;
import ibid.library.FileState;
import ibid.library.ListedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state of the index relative to the folder.
 *
 * @param build    version and commit of this Ibid
 * @param admin    whether the caller may change the collection
 * @param adminKey whether a key would allow it
 * @param takesFiles whether files can be added and removed at this server, by who may
 */
public record IndexBody(
        @JsonUnwrapped Contents contents,
        @JsonUnwrapped Activity activity,
        String build,
        boolean admin,
        boolean adminKey,
        boolean takesFiles) {

    /**
     * The contents of the index.
     *
     * @param updated when this generation was made
     */
    public record Contents(
            String generation,
            @NullIfEmpty String updated,
            int articles,
            int passages,
            int embedded,
            int files,
            List<Skipped> skipped,
            FilesByState filesByState) {

        /** @param files the files on disk */
        public static Contents of(IndexSnapshot snapshot, List<ListedFile> files) {
            return new Contents(
                    snapshot.generation(),
                    snapshot.updated(),
                    snapshot.articleCount(),
                    snapshot.passageCount(),
                    snapshot.passageCount(),
                    countFiles(snapshot),
                    skipped(snapshot),
                    FilesByState.of(files));
        }

        /** On disk, whatever number of articles each holds. */
        private static int countFiles(IndexSnapshot snapshot) {
            return (int) snapshot.files().keySet().stream()
                    .filter(name -> EntryListing.fileOf(name, snapshot.files()).equals(name))
                    .count();
        }

        private static List<Skipped> skipped(IndexSnapshot snapshot) {
            List<Skipped> skipped = new ArrayList<>();
            for (FileState file : snapshot.files().values()) {
                if (!file.skipped().isEmpty()) {
                    skipped.add(new Skipped(file.name(), file.skipped()));
                }
            }
            return skipped;
        }
    }

    /** A file, or an entry of one, that could not be read. */
    public record Skipped(String file, String reason) {}

    /** Number of files on disk in each state. */
    public record FilesByState(long indexed, long skipped, long pending) {

        static FilesByState of(List<ListedFile> files) {
            return new FilesByState(
                    count(files, ListedFile.State.INDEXED),
                    count(files, ListedFile.State.SKIPPED),
                    count(files, ListedFile.State.PENDING));
        }

        private static long count(List<ListedFile> files, ListedFile.State state) {
            return files.stream().filter(file -> file.state() == state).count();
        }
    }

    /**
     * The activity of the index.
     *
     * @param problem  why the last check of the folder failed
     * @param progress null if no update is running
     * @param repair   null unless the index was found damaged and is being made anew
     * @param heldRemovals null unless removals wait for a word, because most of the collection is gone at once
     */
    public record Activity(
            State state,
            @NullIfEmpty String problem,
            Progress progress,
            Fresh fresh,
            Repair repair,
            Removals heldRemovals) {

        /** UPDATING while an update is running. */
        public enum State {
            READY,
            UPDATING
        }

        public static Activity of(IndexWatcher watcher, Optional<IndexDamage> damage) {
            IndexWatcher.Status status = watcher.status();
            Optional<HeldRemovals> held = watcher.heldRemovals();
            return new Activity(
                    status.updating() ? State.UPDATING : State.READY,
                    status.problem(),
                    status.updating() ? Progress.of(status.pace()) : null,
                    Fresh.of(status, held.isPresent()),
                    damage.map(Repair::of).orElse(null),
                    held.map(Removals::of).orElse(null));
        }
    }

    /**
     * @param found what was wrong with the index
     * @param at    when it was found
     */
    public record Repair(String found, Instant at) {

        static Repair of(IndexDamage damage) {
            return new Repair(damage.found(), damage.at());
        }
    }

    /**
     * @param articles how many are gone
     * @param of       how many there are
     */
    public record Removals(int articles, int of, String detail) {

        static Removals of(HeldRemovals held) {
            return new Removals(held.articles(), held.of(), held.message());
        }
    }

    /** @param etaSeconds null while unknown */
    public record Progress(
            UpdateProgress.Phase phase,
            int done,
            int total,
            @NullIfEmpty String file,
            double filesPerSecond,
            Long etaSeconds) {

        static Progress of(UpdateProgress progress) {
            OptionalLong eta = progress.etaSeconds();
            return new Progress(
                    progress.phase(),
                    progress.done(),
                    progress.total(),
                    progress.file(),
                    Math.round(progress.filesPerSecond() * 100) / 100.0,
                    eta.isPresent() ? eta.getAsLong() : null);
        }
    }

    /**
     * @param looked  when the folder was last checked, RFC 3339
     * @param current whether the index matches the folder as of then
     */
    public record Fresh(@NullIfEmpty String looked, boolean current) {

        static Fresh of(IndexWatcher.Status status, boolean isHeld) {
            boolean settled = !status.looked().isEmpty() && !status.updating();
            return new Fresh(
                    status.looked(), settled && !isHeld && status.problem().isEmpty());
        }
    }
}
