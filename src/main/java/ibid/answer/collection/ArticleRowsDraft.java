package ibid.answer.collection;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.search.Hit;
import java.util.List;
import java.util.Optional;

/**
 * Rows with what they show in a few words.
 *
 * @param rows    none where there is nothing to show
 * @param brief   the answer in a few words, or empty
 * @param missing what there is none of, or empty
 */
record ArticleRowsDraft(Optional<ArticleRows> rows, String brief, String missing) {

    private static final double COUNTED = 1; // nothing is estimated

    ArticleRowsDraft(ArticleRows rows, String brief) {
        this(rows, brief, "");
    }

    ArticleRowsDraft(ArticleRows rows, String brief, String missing) {
        this(rows.isEmpty() ? Optional.empty() : Optional.of(rows), brief, missing);
    }

    static ArticleRowsDraft nothing(String missing) {
        return new ArticleRowsDraft(Optional.empty(), "", missing);
    }

    List<Hit> hits() {
        return rows.map(ArticleRows::hits).orElse(List.of());
    }

    Draft.Extracted draft() {
        if (rows.isEmpty()) {
            String why = missing.isEmpty() ? "No article found has a sentence to show." : missing;
            return new Draft.Nothing(why, Optional.empty(), 0);
        }
        ArticleRows shown = rows.get();
        Optional<Draft.Short> shortAnswer = brief.isEmpty() ? Optional.empty() : shown.shortAnswer(brief);
        return new Draft.Written(shortAnswer, shown.sentences(), missing, AnswerShape.COLLECTION, List.of(), COUNTED);
    }
}
