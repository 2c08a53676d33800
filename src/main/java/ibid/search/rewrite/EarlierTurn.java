package ibid.search.rewrite;

import ibid.article.ArticleId;
import ibid.language.Names;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An earlier turn of the same conversation.
 *
 * @param query  the stand-alone form that was searched
 * @param answer the text that was shown, or empty
 * @param cited  the articles under its footnotes
 */
public record EarlierTurn(String question, String query, String answer, Set<ArticleId> cited) {

    public EarlierTurn {
        cited = Set.copyOf(cited);
    }

    /** One that cited nothing. */
    public EarlierTurn(String question, String query, String answer) {
        this(question, query, answer, Set.of());
    }

    /** A name of the answer that its question lacks. */
    Optional<String> nameAnswered() {
        String asked = query.toLowerCase(Locale.ROOT);
        return Names.in(answer).stream()
                .map(Names.Name::text)
                .filter(name -> !asked.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
