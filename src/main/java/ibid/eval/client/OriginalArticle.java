package ibid.eval.client;

import ibid.api.ArticleBody;
import ibid.language.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An article as the server gives it when asked for it alone: what an answer says of an article is compared with this.
 */
public record OriginalArticle(ArticleBody source, Text text) {

    public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** The article it is a copy of, or itself. */
    public String origin() {
        return source.origin();
    }

    /** The ways in which an answer may name it before words of it: with its day, and without. */
    public List<String> attributions() {
        String voice = voice();
        if (source.published().isEmpty()) {
            return List.of(voice);
        }
        String day = DAY.format(LocalDate.parse(source.published()));
        return List.of(voice + ", " + day, voice);
    }

    private String voice() {
        if (!source.publisher().isBlank()) {
            return source.publisher();
        }
        return source.author().isBlank() ? "“" + source.title() + "”" : source.author();
    }
}
