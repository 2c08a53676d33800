package ibid.serve.collection;

import ibid.IbidException;
import ibid.access.Role;
import ibid.api.collection.IntakeBody;
import ibid.api.collection.RemovalBody;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.IndexWatcher;
import ibid.library.EntryListing;
import ibid.library.Intake;
import ibid.library.IntakeOutcome;
import ibid.library.ListedFile;
import ibid.serve.caller.Callers;
import ibid.serve.http.Problems;
import ibid.serve.http.QueryParameters;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Uploads files to the corpus folder, removes them and puts them back. For editors, and noted in the audit. */
public final class IntakeRoutes {

    /** Each may take {@link UploadedFiles#MAX_BYTES} of the temporary folder. */
    public static final int MAX_UPLOADS_AT_ONCE = 4;

    private static final Duration MAX_PLACE_WAIT = Duration.ofSeconds(30);
    private static final Duration MAX_ADD_WAIT = Duration.ofSeconds(5);
    private static final Duration MAX_REMOVE_WAIT = Duration.ofSeconds(10);

    private final Optional<Intake> folder;
    private final PassageIndex index;
    private final IndexWatcher watcher;
    private final Callers callers;
    private final Semaphore places = new Semaphore(MAX_UPLOADS_AT_ONCE);

    public IntakeRoutes(Optional<Intake> folder, PassageIndex index, IndexWatcher watcher, Callers callers) {
        this.folder = folder;
        this.index = index;
        this.watcher = watcher;
        this.callers = callers;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/articles", this::add);
        routes.delete("/api/v1/articles/{id}", this::remove);
        routes.post("/api/v1/articles/{id}/restore", this::restore);
    }

    /**
     * Responds with each file's outcome: 201 if a file was added or replaced, 200 if all existed already, else the
     * problem.
     */
    private void add(Context context) {
        callers.require(context, Role.EDITOR);
        Intake intake = intake();
        if (!hasPlace()) {
            throw new IbidException(
                    IbidException.Code.BUSY, MAX_UPLOADS_AT_ONCE + " uploads are under way; send this one in a moment");
        }
        try {
            addFiles(context, intake);
        } finally {
            places.release();
        }
    }

    private Intake intake() {
        return folder.orElseThrow(() -> new IbidException(
                IbidException.Code.CONFLICT,
                "this server shows the articles that another publishes in the database, and has no folder of its own;"
                        + " add and remove files where ./ibid index --watch runs, in its folder or at its server"));
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(MAX_PLACE_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void addFiles(Context context, Intake intake) {
        boolean replace = QueryParameters.of(context, "replace").flag("replace");
        List<IntakeOutcome> outcomes = new ArrayList<>();
        for (Part part : UploadedFiles.of(context, intake.incoming())) {
            outcomes.add(take(intake, part, replace));
        }
        if (outcomes.stream().anyMatch(IntakeRoutes::isNew)) {
            watcher.catchUp(MAX_ADD_WAIT);
        }
        List<IntakeBody.SentFile> files = sentFiles(outcomes);
        files.forEach(file -> callers.note(context, "add", file.file(), outcome(file)));
        answer(context, files);
    }

    private static IntakeOutcome take(Intake intake, Part part, boolean replace) {
        String name = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
        try (InputStream bytes = part.getInputStream()) {
            IntakeOutcome outcome = intake.take(name, bytes, replace);
            part.delete();
            return outcome;
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot read what was sent", gone);
        }
    }

    private static boolean isNew(IntakeOutcome outcome) {
        return outcome instanceof IntakeOutcome.Added || outcome instanceof IntakeOutcome.Replaced;
    }

    private List<IntakeBody.SentFile> sentFiles(List<IntakeOutcome> outcomes) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return outcomes.stream()
                    .map(outcome -> IntakeBody.SentFile.of(outcome, snapshot))
                    .toList();
        }
    }

    private static String outcome(IntakeBody.SentFile file) {
        return file.outcome().name().toLowerCase(Locale.ROOT);
    }

    private static void answer(Context context, List<IntakeBody.SentFile> files) {
        boolean created = files.stream().anyMatch(file -> file.status() == 201);
        int best = files.stream().mapToInt(IntakeBody.SentFile::status).min().orElseThrow();
        if (best < 300) {
            context.status(created ? 201 : 200).json(new IntakeBody(files));
        } else {
            refuse(context, best, files);
        }
    }

    private static void refuse(Context context, int status, List<IntakeBody.SentFile> files) {
        String detail = "none of the " + files.size() + " files was added";
        if (files.size() == 1) {
            detail = files.getFirst().file() + ": " + files.getFirst().reason();
        }
        Problems.write(
                context,
                status,
                new IntakeBody.Refused(Problems.body(status, detail).at(context.path()), files));
    }

    /**
     * Responds with 204 once the article is removed from all answers, or with 202 if a running update has to end first.
     */
    private void remove(Context context) {
        callers.require(context, Role.EDITOR);
        ArticleId id = ArticleRoutes.id(context);
        Intake intake = intake();
        requireFileOfItsOwn(id);
        boolean removed = intake.remove(id);
        boolean gone = watcher.catchUp(MAX_REMOVE_WAIT);
        callers.note(context, "remove", id.value(), removed ? "removed" : "not there");
        if (!removed) {
            throw ArticleRoutes.missing(id.value());
        }
        respond(context, id, gone, "its file is put away; it goes from the answers when the update under way is done");
    }

    /** One of several articles in a file cannot be removed alone: Ibid never changes a file. */
    private void requireFileOfItsOwn(ArticleId id) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            String name = snapshot.article(id).map(Article::file).orElse("");
            String file = EntryListing.fileOf(name, snapshot.files());
            if (!file.equals(name)) {
                throw new IbidException(
                        IbidException.Code.CONFLICT,
                        "it is one of the articles in “" + file + "”; take its entry out of that file and add the file"
                                + " again, or remove the file with all its articles: DELETE /api/v1/articles/"
                                + ArticleId.ofFile(file));
            }
        }
    }

    /** Responds with 204 once the removed article is in answers again, or with 202 if an update has to end first. */
    private void restore(Context context) {
        callers.require(context, Role.EDITOR);
        ArticleId id = ArticleRoutes.id(context);
        boolean restored = intake().restore(id);
        callers.note(context, "restore", id.value(), restored ? "restored" : "not there");
        if (!restored) {
            throw new IbidException(
                    IbidException.Code.NOT_FOUND,
                    "no removed file of an article “" + id.value() + "” is kept; add its file again");
        }
        boolean back = watcher.catchUp(MAX_REMOVE_WAIT);
        respond(context, id, back, "its file is back; it is in the answers when the update under way is done");
    }

    private static void respond(Context context, ArticleId id, boolean done, String reason) {
        if (done) {
            context.status(204);
        } else {
            context.status(202).json(new RemovalBody(id.value(), ListedFile.State.PENDING, reason));
        }
    }
}
