package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.index.FileState;
import ibid.index.IndexWatch;
import ibid.index.PassageIndex;
import ibid.index.Snapshot;
import io.javalin.http.Context;

/** How the index stands, and whether the server is alive and ready. */
final class IndexRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PassageIndex index;
    private final IndexWatch watch;

    IndexRoutes(PassageIndex index, IndexWatch watch) {
        this.index = index;
        this.watch = watch;
    }

    void get(Context context) {
        IndexWatch.Status status = watch.status();
        try (Snapshot snapshot = index.snapshot()) {
            ObjectNode json = JSON.createObjectNode().put("generation", snapshot.generation()).put("updated", snapshot.updated().isEmpty() ? null : snapshot.updated())
                    .put("articles", snapshot.articleCount()).put("passages", snapshot.passageCount()).put("embedded", snapshot.passageCount()).put("files", snapshot.files().size());
            ArrayNode skipped = json.putArray("skipped");
            for (FileState file : snapshot.files().values()) if (!file.skipped().isEmpty()) skipped.addObject().put("file", file.name()).put("reason", file.skipped());
            json.put("state", status.updating() ? "updating" : "ready").put("problem", status.problem().isEmpty() ? null : status.problem());
            if (status.updating()) json.putObject("progress").put("done", status.done()).put("total", status.total());
            else json.putNull("progress");
            Json.write(context, json);
        }
    }

    void alive(Context context) {
        Json.write(context, "{\"status\":\"ok\"}");
    }

    /** Ready once a generation answers. */
    void ready(Context context) {
        try (Snapshot snapshot = index.snapshot()) {
            boolean ready = !snapshot.generation().isEmpty();
            Json.write(context.status(ready ? 200 : 503), "{\"status\":\"" + (ready ? "ready" : "reading the articles") + "\"}");
        }
    }
}
