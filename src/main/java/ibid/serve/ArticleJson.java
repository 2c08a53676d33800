package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.article.Article;
import ibid.article.ArticleMetadata;
import ibid.article.Mention;
import ibid.article.Note;
import ibid.ask.SourceArticle;
import ibid.index.IndexSnapshot;
import ibid.language.Span;
import ibid.language.time.TemporalExpression;
import ibid.log.TurnJson;

/** Articles as the API shows them; what is unknown is null. */
final class ArticleJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ArticleJson() {}

    /** As lists have it. */
    static ObjectNode summary(SourceArticle article) {
        ObjectNode json = TurnJson.source(article);
        put(json, "language", article.imprint().language());
        article.imprint().topics().forEach(json.putArray("topics")::add);
        return json;
    }

    /** All that is known of it but its text; each thing with where it was read. */
    static ObjectNode details(Article article, IndexSnapshot snapshot) {
        ObjectNode json = summary(SourceArticle.of(article, snapshot.copies().originOf(article.id())));
        ArticleMetadata colophon = article.annotations().metadata();
        put(json, "subtitle", colophon.subtitle());
        put(json, "modified", colophon.modified());
        put(json, "section", colophon.section());
        colophon.tags().forEach(json.putArray("tags")::add);
        colophon.provenance().forEach(json.putObject("known_from")::put);
        json.put("date_basis", TurnJson.word(article.imprint().basis()))
                .put("words", article.text().value().split("\\s+").length)
                .put("file", article.file());
        ArrayNode notices = json.putArray("notices");
        article.annotations()
                .notices()
                .forEach(notice -> place(
                        notices.addObject()
                                .put("kind", TurnJson.word(notice.kind()))
                                .put("text", article.text().slice(notice.span())),
                        notice.span()));
        ArrayNode copies = json.putArray("copies");
        snapshot.copies()
                .of(article.id())
                .forEach(copy -> snapshot.article(copy)
                        .ifPresent(found -> copies.add(TurnJson.source(
                                SourceArticle.of(found, snapshot.copies().originOf(copy))))));
        article.removed().forEach(json.putArray("removed")::add);
        return json;
    }

    /** Its text with blocks, sentences, its own notes and what was removed. */
    static ObjectNode text(Article article) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", article.id().value())
                .put("hash", article.hash())
                .put("text", article.text().value());
        ArrayNode blocks = json.putArray("blocks");
        article.blocks()
                .forEach(block -> put(
                        place(blocks.addObject().put("kind", TurnJson.word(block.kind())), block.span()),
                        "place",
                        block.place()));
        ArrayNode sentences = json.putArray("sentences");
        SentenceAnnotations carried = SentenceAnnotations.by(article);
        article.sentences().forEach(sentence -> sentence(sentences.addObject(), article, sentence, carried));
        ArrayNode notes = json.putArray("notes");
        article.notes().forEach(note -> note(notes.addObject(), note));
        article.removed().forEach(json.putArray("removed")::add);
        return json;
    }

    /** A sentence with the notes it carries, the sources it names and the days it means. */
    private static void sentence(ObjectNode json, Article article, Span sentence, SentenceAnnotations carried) {
        place(json, sentence);
        carried.notes(sentence).forEach(note -> json.withArrayProperty("notes").add(note.label()));
        for (Mention mention : carried.mentions(sentence)) {
            ObjectNode named = json.withArrayProperty("mentions")
                    .addObject()
                    .put("kind", TurnJson.word(mention.kind()))
                    .put("source", mention.source());
            put(place(named, mention.span()), "url", mention.url());
        }
        for (TemporalExpression dated : carried.dates(sentence)) {
            ObjectNode date = json.withArrayProperty("dates")
                    .addObject()
                    .put("words", article.text().slice(dated.span()))
                    .put("from", dated.from().toString())
                    .put("to", dated.to().toString());
            place(date, dated.span());
        }
    }

    private static void note(ObjectNode json, Note note) {
        json.put("label", note.label()).put("text", note.text());
        put(json, "url", note.url());
        put(json, "source", note.citation().source());
        put(json, "title", note.citation().title());
        put(json, "accessed", note.citation().accessed());
        note.anchors().forEach(json.putArray("anchors")::add);
    }

    private static ObjectNode place(ObjectNode json, Span span) {
        return json.put("start", span.start()).put("end", span.end());
    }

    private static void put(ObjectNode json, String field, String value) {
        json.put(field, value.isEmpty() ? null : value);
    }
}
