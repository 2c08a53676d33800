package ibid.eval.client;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.ask.SourceArticle;
import ibid.language.Text;
import ibid.log.TurnJson;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An article as the server gives it when asked for it alone: what an answer says of it is held against this and not against the answer.
 *
 * @param source its title, publisher, author, day, address and what it is a copy of, under the API's names
 */
public record OriginalArticle(JsonNode source, Text text) {

    public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** @param origin the article it is a copy of, or itself */
    public static OriginalArticle of(Article article, ArticleId origin) {
        return new OriginalArticle(TurnJson.source(SourceArticle.of(article, origin)), article.text());
    }

    /** The article it is a copy of, or itself. */
    public String origin() {
        return source.path("copy_of").asText(source.path("id").asText());
    }

    /** The ways in which an answer may name it before words of it: with its day, and without. */
    public List<String> attributions() {
        String voice = Stream.of(
                        source.path("publisher").asText(""),
                        source.path("author").asText(""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("“" + source.path("title").asText() + "”");
        String day = source.path("published").asText("");
        return day.isEmpty() ? List.of(voice) : List.of(voice + ", " + DAY.format(LocalDate.parse(day)), voice);
    }
}
