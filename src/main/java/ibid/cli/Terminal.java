package ibid.cli;

import ibid.IbidException;
import ibid.ask.Answer;
import ibid.ask.Footnote;
import ibid.ask.NearestPassage;
import ibid.ask.SourceArticle;
import ibid.cli.process.VisibleText;
import ibid.index.update.IndexWatcher;
import ibid.index.update.ProgressListener;
import ibid.index.update.UpdateSummary;
import ibid.library.FileState;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Prints for a person: with colour and a progress bar on a terminal, plain text elsewhere. */
final class Terminal {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final PrintStream out;
    private final boolean isInteractive;

    Terminal(PrintStream out, boolean isInteractive) {
        this.out = out;
        this.isInteractive = isInteractive;
    }

    boolean isInteractive() {
        return isInteractive;
    }

    /** @param unit what is counted, in the plural */
    Bar bar(String task, String unit) {
        return new Bar(task, unit);
    }

    /** Updates the index with a progress bar. */
    void read(IndexWatcher watcher) {
        try (Bar bar = bar("Reading articles", "files")) {
            watcher.run(false, bar);
        }
    }

    /** Updates the index with a progress bar and prints what changed. */
    UpdateSummary update(IndexWatcher watcher, boolean rebuild) {
        UpdateSummary update;
        try (Bar bar = bar("Reading articles", "files")) {
            update = watcher.run(rebuild, bar);
        }
        print(update);
        watcher.heldRemovals().ifPresent(held -> out.println(strong(held.message())));
        return update;
    }

    /** The first of many: what cannot be done now is said, and done at the watcher's next look. */
    Optional<UpdateSummary> firstUpdate(IndexWatcher watcher) {
        try {
            return Optional.of(update(watcher, false));
        } catch (IbidException busy) {
            if (busy.code() != IbidException.Code.BUSY) {
                throw busy;
            }
            line(busy.getMessage());
            return Optional.empty();
        } catch (UncheckedIOException storage) {
            line(storage.getMessage());
            return Optional.empty();
        }
    }

    /** For what is printed as it is, for programs. */
    PrintStream out() {
        return out;
    }

    void line(String text) {
        out.println(VisibleText.of(text));
    }

    String faint(String text) {
        return isInteractive ? VisibleText.FAINT + text + VisibleText.PLAIN : text;
    }

    String strong(String text) {
        return isInteractive ? VisibleText.STRONG + text + VisibleText.PLAIN : text;
    }

    /** A progress bar that is removed when it is closed. */
    final class Bar implements ProgressListener, AutoCloseable {

        private final String task;
        private final String unit;
        private ProgressBar bar;

        private Bar(String task, String unit) {
            this.task = task;
            this.unit = unit;
        }

        @Override
        public void at(int done, int total, String what) {
            if (isInteractive && bar == null) {
                bar = progressBar(total);
            }
            if (bar != null) {
                bar.stepTo(done);
            } else if (done == total || done % Math.max(1, total / 4) == 0) {
                line(task + ": " + done + " of " + total + " " + unit);
            }
        }

        private ProgressBar progressBar(int total) {
            return new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUnit(" " + unit, 1)
                    .showSpeed()
                    .build();
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }

    private void print(UpdateSummary update) {
        out.printf(
                "%d files: %d read, %d unchanged; articles: %d new, %d changed, %d removed; %d files skipped%n",
                update.files(),
                update.read(),
                update.unchanged(),
                update.added(),
                update.changed(),
                update.removed(),
                update.skipped().size());
        for (FileState file : update.skipped()) {
            line("  " + faint("skipped " + file.name() + ": " + file.skipped()));
        }
    }

    void footnotes(List<Footnote> footnotes) {
        out.println();
        for (Footnote footnote : footnotes) {
            line(strong("[" + footnote.number() + "] ")
                    + name(footnote.article())
                    + faint("  " + footnote.article().id()
                            + (footnote.article()
                                            .origin()
                                            .equals(footnote.article().id())
                                    ? ""
                                    : ", a copy of " + footnote.article().origin())));
            line("    “" + footnote.quote().exact().replace("\n", " ") + "”");
            correction(footnote).ifPresent(words -> line(faint("    " + words)));
            footnote.notes().forEach(note -> line(faint("    its note " + note.label() + ": " + note.text())));
        }
    }

    /** "withdrawn: 7,000, see [1]. Corrected 2024-10-15: The right figure is about 700." */
    private static Optional<String> correction(Footnote footnote) {
        String value = footnote.superseded()
                .map(by -> by.why().name().toLowerCase(Locale.ROOT) + ": " + by.value() + ", see [" + by.footnote()
                        + "]. ")
                .orElse("");
        String note = footnote.article()
                .correction()
                .map(correction -> "Corrected " + correction.published() + ": " + correction.note())
                .orElse("");
        return Optional.of(value + note).filter(words -> !words.isEmpty());
    }

    void abstained(Answer.Abstained answer) {
        line(strong(answer.missing()));
        if (answer.closest().isPresent()) {
            line("Closest, not evidence:");
            passage(answer.closest().get());
        } else if (!answer.nearest().isEmpty()) {
            line(faint("Nearest passages, not evidence:"));
            answer.nearest().forEach(this::passage);
        }
        for (String question : answer.suggestions()) {
            line("  You may ask: " + question);
        }
    }

    private void passage(NearestPassage passage) {
        String excerpt = passage.excerpt().replace("\n", " ");
        line(faint("  " + name(passage.article()) + ": “" + excerpt + "”"));
    }

    static String name(SourceArticle source) {
        StringBuilder name = new StringBuilder(source.imprint().title());
        if (!source.imprint().publisher().isEmpty()) {
            name.append(", ").append(source.imprint().publisher());
        }
        source.imprint().publishedOn().ifPresent(day -> name.append(", ").append(DAY.format(day)));
        return name.toString();
    }
}
