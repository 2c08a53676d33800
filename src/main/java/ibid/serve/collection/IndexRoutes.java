package ibid.serve.collection;

import ibid.IbidException;
import ibid.access.Role;
import ibid.api.collection.FilesBody;
import ibid.api.collection.IndexBody;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.IndexWatcher;
import ibid.library.ArticleFiles;
import ibid.library.ListedFile;
import ibid.serve.caller.Callers;
import ibid.serve.http.Page;
import ibid.serve.http.QueryParameters;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The state of the index relative to the folder, and of each file. */
public final class IndexRoutes {

    private static final Duration MAX_REMOVAL_WAIT = Duration.ofSeconds(10);

    private final FileInventory inventory;
    private final boolean takesFiles;
    private final PassageIndex index;
    private final IndexWatcher watcher;
    private final Callers callers;
    private final String build;

    /** @param build version and commit of this Ibid */
    public IndexRoutes(ArticleFiles files, PassageIndex index, IndexWatcher watcher, Callers callers, String build) {
        this.inventory = new FileInventory(files);
        this.takesFiles = files.intake().isPresent();
        this.index = index;
        this.watcher = watcher;
        this.callers = callers;
        this.build = build;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/index", this::get);
        routes.get("/api/v1/index/files", this::files);
        routes.post("/api/v1/index/removals", this::acceptRemovals);
    }

    /** Responds with 204 once what was held back is removed, or with 202 if that takes longer. */
    private void acceptRemovals(Context context) {
        callers.require(context, Role.EDITOR);
        boolean isDone = watcher.acceptRemovals(MAX_REMOVAL_WAIT);
        context.status(isDone ? 204 : 202);
    }

    private void get(Context context) {
        IndexBody.Activity activity =
                IndexBody.Activity.of(watcher, index.damage()); // read before the snapshot, or it may be newer
        boolean mayChange = callers.of(context).role().includes(Role.EDITOR);
        try (IndexSnapshot snapshot = index.snapshot()) {
            IndexBody.Contents contents = IndexBody.Contents.of(snapshot, inventory.files(snapshot));
            context.json(new IndexBody(contents, activity, build, mayChange, !mayChange, takesFiles));
        }
    }

    /** The files on disk in order of name, with the state of each. */
    private void files(Context context) {
        QueryParameters parameters = QueryParameters.of(context, "state", "q", "limit", "offset");
        Optional<ListedFile.State> state = parameters.text("state").map(IndexRoutes::state);
        String words = parameters.text("q").orElse("").strip().toLowerCase(Locale.ROOT);
        int limit = parameters.number("limit", 100, 1, Page.MAX_LIMIT);
        int offset = parameters.number("offset", 0, 0, Page.MAX_OFFSET);
        try (IndexSnapshot snapshot = index.snapshot()) {
            List<ListedFile> files = inventory.files(snapshot).stream()
                    .filter(file -> state.isEmpty() || file.state() == state.get())
                    .filter(file -> holds(file, words))
                    .toList();
            List<ListedFile> page = Page.of(files, offset, limit);
            context.json(new FilesBody(
                    files.size(), page.stream().map(FilesBody.FileEntry::of).toList()));
        }
    }

    private static boolean holds(ListedFile file, String words) {
        return (file.file() + " " + file.reason()).toLowerCase(Locale.ROOT).contains(words);
    }

    private static ListedFile.State state(String value) {
        return Arrays.stream(ListedFile.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.INVALID,
                        "“state” must be indexed, skipped or pending, not “" + value + "”"));
    }
}
