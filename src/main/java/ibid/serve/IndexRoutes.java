package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.IndexWatcher;
import ibid.index.update.UpdateProgress;
import ibid.library.CorpusFolder;
import ibid.library.FileState;
import ibid.library.ListedFile;
import ibid.log.TurnJson;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the index stands beside the folder, file by file, and whether the server is alive and ready. */
final class IndexRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileInventory inventory;
    private final PassageIndex index;
    private final IndexWatcher watch;
    private final AdminAccess admin;

    IndexRoutes(CorpusFolder folder, PassageIndex index, IndexWatcher watch, AdminAccess admin) {
        this.inventory = new FileInventory(folder);
        this.index = index;
        this.watch = watch;
        this.admin = admin;
    }

    void get(Context context) {
        IndexWatcher.Status status = watch.status();
        try (IndexSnapshot snapshot = index.snapshot()) {
            ObjectNode json = JSON.createObjectNode()
                    .put("generation", snapshot.generation())
                    .put("updated", snapshot.updated().isEmpty() ? null : snapshot.updated())
                    .put("articles", snapshot.articleCount())
                    .put("passages", snapshot.passageCount())
                    .put("embedded", snapshot.passageCount())
                    .put("files", snapshot.files().size());
            ArrayNode skipped = json.putArray("skipped");
            for (FileState file : snapshot.files().values())
                if (!file.skipped().isEmpty())
                    skipped.addObject().put("file", file.name()).put("reason", file.skipped());
            List<ListedFile> files = inventory.files(snapshot);
            ObjectNode counts = json.putObject("files_by_state");
            for (ListedFile.State state : ListedFile.State.values())
                counts.put(
                        TurnJson.word(state),
                        files.stream().filter(file -> file.state() == state).count());
            json.put("state", status.updating() ? "updating" : "ready")
                    .put("problem", status.problem().isEmpty() ? null : status.problem());
            if (status.updating()) json.set("progress", progress(status.pace()));
            else json.putNull("progress");
            json.putObject("fresh")
                    .put("looked", status.looked().isEmpty() ? null : status.looked())
                    .put(
                            "current",
                            !status.looked().isEmpty()
                                    && !status.updating()
                                    && status.problem().isEmpty());
            json.put("build", BuildVersion.said());
            Json.write(context, json.put("admin", admin.allows(context)).put("admin_key", admin.takesKey()));
        }
    }

    private static ObjectNode progress(UpdateProgress pace) {
        ObjectNode json = JSON.createObjectNode()
                .put("phase", TurnJson.word(pace.phase()))
                .put("done", pace.done())
                .put("total", pace.total())
                .put("file", pace.file().isEmpty() ? null : pace.file())
                .put("files_per_second", Math.round(pace.filesPerSecond() * 100) / 100.0);
        pace.etaSeconds()
                .ifPresentOrElse(seconds -> json.put("eta_seconds", seconds), () -> json.putNull("eta_seconds"));
        return json;
    }

    /** The files on disk in order of name, with what is known of each. */
    void files(Context context) {
        Json.knownParameters(context, "state", "q", "limit", "offset");
        Optional<ListedFile.State> state = state(context.queryParam("state"));
        String words =
                Optional.ofNullable(context.queryParam("q")).orElse("").strip().toLowerCase(Locale.ROOT);
        int limit = Json.number(context, "limit", 100, 1, 1000);
        int offset = Json.number(context, "offset", 0, 0, 10_000_000);
        try (IndexSnapshot snapshot = index.snapshot()) {
            List<ListedFile> files = inventory.files(snapshot).stream()
                    .filter(file -> state.isEmpty() || file.state() == state.get())
                    .filter(file -> (file.file() + " " + file.reason())
                            .toLowerCase(Locale.ROOT)
                            .contains(words))
                    .toList();
            ObjectNode json = JSON.createObjectNode().put("total", files.size());
            ArrayNode page = json.putArray("files");
            files.stream().skip(offset).limit(limit).forEach(file -> page.add(json(file)));
            Json.write(context, json);
        }
    }

    private static Optional<ListedFile.State> state(String value) {
        if (value == null) return Optional.empty();
        return Optional.of(Arrays.stream(ListedFile.State.values())
                .filter(state -> TurnJson.word(state).equals(value))
                .findFirst()
                .orElseThrow(() -> Json.invalid("“state” must be indexed, skipped or pending, not “" + value + "”")));
    }

    private static ObjectNode json(ListedFile file) {
        return JSON.createObjectNode()
                .put("file", file.file())
                .put("state", TurnJson.word(file.state()))
                .put("reason", file.reason().isEmpty() ? null : file.reason())
                .put("article", file.article().isEmpty() ? null : file.article())
                .put("size", file.size())
                .put("modified", Instant.ofEpochMilli(file.modified()).toString());
    }

    void alive(Context context) {
        Json.write(context, "{\"status\":\"ok\"}");
    }

    /** Ready once a generation answers, and nothing in it comes from a file that was removed before the start. */
    void ready(Context context) {
        boolean ready = isReady();
        if (!ready) context.header("Retry-After", "2");
        Json.write(
                context.status(ready ? 200 : 503),
                "{\"status\":\"" + (ready ? "ready" : "reading the articles") + "\"}");
    }

    private boolean isReady() {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return watch.isSettled() && !snapshot.generation().isEmpty();
        }
    }

    /** What answers from the articles waits for that too. */
    Handler whenReady(Handler handler) {
        return context -> {
            if (!isReady())
                throw new IbidException(
                        IbidException.Code.BUSY,
                        "Ibid has just been started and is looking through the articles; ask again in a moment");
            handler.handle(context);
        };
    }
}
