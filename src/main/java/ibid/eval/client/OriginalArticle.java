package ibid.eval.client;

import ibid.api.ArticleBody;
import ibid.language.Text;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An article as the server returns it by id. What an answer says about an article is compared with this.
 */
public record OriginalArticle(ArticleBody source, Text text) {

    public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** The id of the article it copies, or its own id. */
    public String origin() {
        return source.origin();
    }

    /** The valid source names before a quotation: with the day and without. */
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
