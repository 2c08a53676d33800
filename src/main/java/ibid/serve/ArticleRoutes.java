package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import ibid.ask.Source;
import ibid.corpus.Article;
import ibid.corpus.ArticleId;
import ibid.corpus.Span;
import ibid.index.PassageIndex;
import ibid.index.Snapshot;
import ibid.log.TurnJson;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;

/** The collection: its articles and their canonical text. */
final class ArticleRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PassageIndex index;

    ArticleRoutes(PassageIndex index) {
        this.index = index;
    }

    /** Newest first, undated last. */
    void list(Context context) {
        int limit = Json.number(context, "limit", 100, 1, 1000);
        int offset = Json.number(context, "offset", 0, 0, 10_000_000);
        try (Snapshot snapshot = index.snapshot()) {
            List<Article> articles = snapshot.articles().stream().sorted(Comparator.comparing((Article article) -> article.imprint().published()).reversed()
                    .thenComparing(article -> article.id().value())).toList();
            ObjectNode json = JSON.createObjectNode().put("total", articles.size());
            ArrayNode page = json.putArray("articles");
            articles.stream().skip(offset).limit(limit).forEach(article -> page.add(summary(article)));
            Json.write(context, json);
        }
    }

    void get(Context context) {
        Article article = article(context.pathParam("id"));
        ObjectNode json = summary(article);
        json.put("date_basis", TurnJson.word(article.imprint().basis())).put("words", article.text().value().split("\\s+").length).put("file", article.file());
        Json.write(context, json);
    }

    void text(Context context) {
        Article article = article(context.pathParam("id"));
        ObjectNode json = JSON.createObjectNode().put("id", article.id().value()).put("hash", article.hash()).put("text", article.text().value());
        ArrayNode blocks = json.putArray("blocks");
        article.blocks().forEach(block -> place(blocks.addObject().put("kind", TurnJson.word(block.kind())), block.span()));
        ArrayNode sentences = json.putArray("sentences");
        article.sentences().forEach(sentence -> place(sentences.addObject(), sentence));
        ArrayNode notes = json.putArray("notes");
        article.notes().forEach(note -> {
            ObjectNode own = notes.addObject().put("label", note.label()).put("text", note.text()).put("url", note.url().isEmpty() ? null : note.url());
            note.anchors().forEach(own.putArray("anchors")::add);
        });
        article.removed().forEach(json.putArray("removed")::add);
        Json.write(context, json);
    }

    private static void place(ObjectNode json, Span span) {
        json.put("start", span.start()).put("end", span.end());
    }

    private static ObjectNode summary(Article article) {
        ObjectNode json = TurnJson.source(Source.of(article));
        json.put("language", article.imprint().language().isEmpty() ? null : article.imprint().language());
        article.imprint().topics().forEach(json.putArray("topics")::add);
        return json;
    }

    private Article article(String id) {
        try (Snapshot snapshot = index.snapshot()) {
            return snapshot.article(new ArticleId(id)).orElseThrow(() -> missing(id));
        } catch (IllegalArgumentException notAnId) {
            throw missing(id);
        }
    }

    private static IbidException missing(String id) {
        return new IbidException(IbidException.Code.NOT_FOUND, "no article “" + id + "” in the collection");
    }
}
