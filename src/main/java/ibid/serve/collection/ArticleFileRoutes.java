package ibid.serve.collection;

import ibid.IbidException;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.library.ArticleFiles;
import ibid.library.CorpusFile;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;

/** The original files of the articles, as they are in the corpus folder now. */
public final class ArticleFileRoutes {

    private final PassageIndex index;
    private final ArticleFiles files;
    private final PagePictures pictures;
    private final boolean isFolderHere;

    public ArticleFileRoutes(PassageIndex index, ArticleFiles files) {
        this.index = index;
        this.files = files;
        this.isFolderHere = files.intake().isPresent();
        this.pictures = new PagePictures(index.folder().resolveSibling("pages"));
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/articles/{id}/file", this::original);
        routes.get("/api/v1/articles/{id}/pages/{page}.png", this::page);
    }

    private void page(Context context) {
        CorpusFile file = file(context);
        int page = number(context.pathParam("page"));
        if (!Attachment.type(file.name()).equals("application/pdf") || page < 1) {
            throw noPage(context, file);
        }
        String tag = "\"" + PagePictures.name(file, page) + "\"";
        try {
            if (tag.equals(context.header("If-None-Match"))) {
                context.status(304);
            } else {
                byte[] png = pictures.of(file, page).orElseThrow(() -> noPage(context, file));
                context.disableCompression().contentType("image/png").result(png);
            }
            context.header("ETag", tag).header("Cache-Control", "private, no-cache");
        } catch (IOException unreadable) {
            throw gone(file.name());
        }
    }

    /** Zero for what is no number of a page. */
    private static int number(String text) {
        return text.matches("[1-9]\\d{0,4}") ? Integer.parseInt(text) : 0;
    }

    private static IbidException noPage(Context context, CorpusFile file) {
        return new IbidException(
                IbidException.Code.NOT_FOUND,
                "“" + file.name() + "” has no page “" + context.pathParam("page")
                        + "” to be shown as a picture; only PDF files have pages, from 1");
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
            return files.file(name).orElseThrow(() -> gone(name));
        }
    }

    private IbidException gone(String name) {
        String where = isFolderHere
                ? "is gone from the corpus folder, or Ibid may not read it; put it back, or give Ibid the right to it"
                : "is not in the database; those above 16 MB are only where their folder is";
        return new IbidException(IbidException.Code.NOT_FOUND, "the file “" + name + "” of this article " + where);
    }
}
