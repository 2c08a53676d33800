package ibid.serve.collection;

import ibid.IbidException;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;

/** The original files of the articles, as they are in the corpus folder now. */
public final class ArticleFileRoutes {

    private final PassageIndex index;
    private final CorpusFolder folder;

    public ArticleFileRoutes(PassageIndex index, CorpusFolder folder) {
        this.index = index;
        this.folder = folder;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/articles/{id}/file", this::original);
    }

    /** Opens the file only; it is sent after this returns, so that a slow reader holds no thread of the pool. */
    private void original(Context context) {
        CorpusFile file = file(context);
        try {
            InputStream bytes = file.open(); // first, or a problem would have the headers of a file
            context.disableCompression() // most kinds are compressed, and the length is stated
                    .contentType(Attachment.type(file.name()))
                    .header("Content-Disposition", Attachment.disposition(file.name()))
                    .header("Cache-Control", "private, no-cache")
                    .result(bytes);
            context.res().setContentLengthLong(file.size());
        } catch (IOException unreadable) {
            throw gone(file.name());
        }
    }

    /** Its name is the index's, never the client's. */
    private CorpusFile file(Context context) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            String name = ArticleRoutes.article(snapshot, context).file();
            return folder.file(name).orElseThrow(() -> gone(name));
        }
    }

    private static IbidException gone(String name) {
        return new IbidException(
                IbidException.Code.NOT_FOUND,
                "the file “" + name + "” of this article is gone from the corpus folder, or Ibid may not read it; "
                        + "put it back, or give Ibid the right to read it");
    }
}
