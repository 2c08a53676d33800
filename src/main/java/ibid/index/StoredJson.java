package ibid.index;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import ibid.article.ArticleId;
import ibid.language.Text;

/** The JSON of articles and passages in Lucene's stored fields. It is not the API; only this package reads it. */
final class StoredJson {

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(Text.class, AsString.class)
            .addMixIn(ArticleId.class, AsString.class)
            .build();

    private StoredJson() {}

    /** Writes a record with one string as that string. */
    private abstract static class AsString {

        @JsonCreator
        AsString(String value) {}

        @JsonValue
        abstract String value();
    }
}
