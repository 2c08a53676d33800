package ibid.index;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import ibid.article.ArticleId;

/** The id of a passage: its article and its index there, counted from 0; written {@code article#3}. */
public record PassageId(ArticleId article, int ordinal) {

    @JsonCreator
    public static PassageId parse(String value) {
        int hash = value.lastIndexOf('#');
        if (hash < 1 || !value.substring(hash + 1).matches("\\d{1,6}")) {
            throw new IllegalArgumentException("not a passage id: " + value);
        }
        return new PassageId(new ArticleId(value.substring(0, hash)), Integer.parseInt(value.substring(hash + 1)));
    }

    @Override
    @JsonValue
    public String toString() {
        return article + "#" + ordinal;
    }
}
