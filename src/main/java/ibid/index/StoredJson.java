package ibid.index;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.language.Text;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON of articles and passages in Lucene's stored fields, and of articles in a shared database. It is not the API;
 * others may carry it, only this package reads and writes it.
 */
public final class StoredJson {

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(Text.class, AsString.class)
            .addMixIn(ArticleId.class, AsString.class)
            .build();

    private StoredJson() {}

    static byte[] bytes(Object stored) {
        try {
            return MAPPER.writeValueAsBytes(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An article for a database. */
    public static String of(Article article) {
        return new String(bytes(article), StandardCharsets.UTF_8);
    }

    /** The article of which that is the JSON. @throws UncheckedIOException if it is of none */
    public static Article article(String json) {
        try {
            return MAPPER.readValue(json, Article.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("an article in the database cannot be read", broken);
        }
    }

    /** Writes a record with one string as that string. */
    private abstract static class AsString {

        @JsonCreator
        AsString(String value) {}

        @JsonValue
        abstract String value();
    }
}
