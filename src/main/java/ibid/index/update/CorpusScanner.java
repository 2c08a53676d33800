package ibid.index.update;

import ibid.library.CorpusFile;
import ibid.library.CorpusReader;
import ibid.library.FileFingerprint;
import ibid.read.ParsedFile;
import ibid.read.ReadResult;
import ibid.read.manuscript.LineHashes;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first pass of an update: parses the files to read and finds what the files have in common. */
final class CorpusScanner {

    private final CorpusReader reader;
    private final WorkerPool workers;

    CorpusScanner(CorpusReader reader, WorkerPool workers) {
        this.reader = reader;
        this.workers = workers;
    }

    /** @param stored fingerprints as the catalogue holds them */
    CorpusScan scan(UpdatePlan plan, Collection<FileFingerprint> stored, ProgressListener progress) {
        Map<String, FileFingerprint> fingerprints = new HashMap<>();
        for (FileFingerprint one : stored) {
            fingerprints.put(one.file(), one);
        }
        plan.gone().forEach(state -> fingerprints.remove(state.name()));
        progress.lookingThrough(0, plan.toRead().size(), "");
        ParsedFiles parsed = new ParsedFiles(reader);
        boolean scanned = false;
        try {
            workers.each(plan.toRead(), new Parsing(plan, parsed, fingerprints, progress));
            scanned = true;
        } catch (IOException stopped) {
            throw new UncheckedIOException("cannot look through the articles", stopped);
        } finally {
            if (!scanned) {
                parsed.close();
            }
        }
        return new CorpusScan(fingerprints.values(), parsed);
    }

    private static final class Parsing implements WorkerPool.Work<Optional<FileFingerprint>> {

        private final UpdatePlan plan;
        private final ParsedFiles parsed;
        private final Map<String, FileFingerprint> fingerprints;
        private final ProgressListener progress;
        private int done;

        Parsing(
                UpdatePlan plan,
                ParsedFiles parsed,
                Map<String, FileFingerprint> fingerprints,
                ProgressListener progress) {
            this.plan = plan;
            this.parsed = parsed;
            this.fingerprints = fingerprints;
            this.progress = progress;
        }

        @Override
        public Optional<FileFingerprint> on(CorpusFile file) {
            if (!plan.owns(file)) {
                return Optional.empty();
            }
            ReadResult<ParsedFile> result = parsed.parse(file);
            return result.toOptional().map(read -> fingerprint(file, read.manuscript()));
        }

        private static FileFingerprint fingerprint(CorpusFile file, Manuscript manuscript) {
            List<String> words = manuscript.splitWords();
            return new FileFingerprint(
                    file.name(),
                    file.id().value(),
                    manuscript.outlet(),
                    manuscript.titlePage().get(MetadataCollector.Item.PUBLISHED),
                    words.size(),
                    LineHashes.of(manuscript),
                    MinHashSignature.of(words),
                    LineHashes.NONE);
        }

        @Override
        public Optional<FileFingerprint> failed(CorpusFile file, Throwable cause) {
            return Optional.empty(); // the second pass fails in the same way and reports the reason
        }

        @Override
        public void done(CorpusFile file, Optional<FileFingerprint> found) {
            FileFingerprint before = fingerprints.remove(file.name());
            if (found.isPresent()) {
                LineHashes dropped = before == null ? LineHashes.NONE : before.dropped();
                fingerprints.put(file.name(), found.get().withDropped(dropped));
            }
            progress.lookingThrough(++done, plan.toRead().size(), file.name());
        }
    }
}
