package ibid.serve.collection;

import ibid.IbidException;
import ibid.api.collection.PicturesBody;
import ibid.article.Article;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.library.ArticleFiles;
import ibid.library.ContentHash;
import ibid.library.CorpusFile;
import ibid.read.bytes.FileBytes;
import ibid.read.picture.ArticlePicture;
import ibid.read.picture.ArticlePictures;
import ibid.read.picture.PicturePlaces;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The pictures in articles' files. */
public final class PictureRoutes {

    private static final int MAX_FILE_BYTES = 50 << 20; // as the readers of these forms take
    private static final int MAX_BESIDE_BYTES = 8 << 20;
    private static final int MAX_KEPT = 3; // articles, of 24 MB of pictures at most

    private final PassageIndex index;
    private final ArticleFiles files;
    private final Map<CorpusFile, List<ArticlePicture>> kept = new LinkedHashMap<>();

    public PictureRoutes(PassageIndex index, ArticleFiles files) {
        this.index = index;
        this.files = files;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/articles/{id}/pictures", this::list);
        routes.get("/api/v1/articles/{id}/pictures/{number}", this::picture);
    }

    private void list(Context context) {
        Article article = article(context);
        List<ArticlePicture> pictures = pictures(article);
        PicturePlaces places =
                new PicturePlaces(pictures.isEmpty() ? "" : article.text().value());
        List<PicturesBody.Picture> bodies = new ArrayList<>();
        for (ArticlePicture picture : pictures) {
            OptionalInt at = places.of(picture);
            bodies.add(new PicturesBody.Picture(
                    bodies.size() + 1,
                    picture.type().mediaType(),
                    picture.alt(),
                    picture.caption(),
                    at.isPresent() ? at.getAsInt() : null));
        }
        context.json(new PicturesBody(bodies));
    }

    private void picture(Context context) {
        Article article = article(context);
        List<ArticlePicture> pictures = pictures(article);
        String number = context.pathParam("number");
        int at = number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 0;
        if (at < 1 || at > pictures.size()) {
            throw new IbidException(
                    IbidException.Code.NOT_FOUND,
                    "“" + article.file() + "” has no picture “" + number + "”; it has " + pictures.size());
        }
        ArticlePicture picture = pictures.get(at - 1);
        String tag = "\"" + ContentHash.of(picture.bytes()) + "\"";
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.disableCompression().contentType(picture.type().mediaType()).result(picture.bytes());
        }
        context.header("ETag", tag).header("Cache-Control", "private, no-cache");
    }

    private Article article(Context context) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return ArticleRoutes.article(snapshot, context);
        }
    }

    /** None where the file is gone or of a form that holds none. */
    private List<ArticlePicture> pictures(Article article) {
        Optional<CorpusFile> file = files.file(article.file()).filter(one -> ArticlePictures.mayBeIn(one.name()));
        return file.map(this::pictures).orElse(List.of());
    }

    private synchronized List<ArticlePicture> pictures(CorpusFile file) {
        List<ArticlePicture> known = kept.remove(file);
        List<ArticlePicture> pictures = known == null ? read(file) : known;
        kept.put(file, pictures); // as the one asked for last
        if (kept.size() > MAX_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return pictures;
    }

    private static List<ArticlePicture> read(CorpusFile file) {
        try (InputStream bytes = file.open()) {
            FileBytes content = new FileBytes(file.name(), bytes.readNBytes(MAX_FILE_BYTES));
            return ArticlePictures.in(content, path -> beside(file, path));
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** A file of the corpus folder only: neither a path nor a link leads out of it. */
    private static Optional<byte[]> beside(CorpusFile file, String path) {
        try {
            Path root = file.path();
            for (int depth = file.name().split("/").length; depth > 0; depth--) {
                root = root.getParent();
            }
            Path found = file.path().resolveSibling(path).toRealPath();
            boolean isInside = found.startsWith(root.toRealPath());
            if (!isInside || !Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS) || isLarge(found)) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(found));
        } catch (IOException | InvalidPathException absent) {
            return Optional.empty();
        }
    }

    private static boolean isLarge(Path file) throws IOException {
        return Files.size(file) > MAX_BESIDE_BYTES;
    }
}
