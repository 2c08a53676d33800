package ibid.answer.extract;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.article.Article;
import ibid.language.Span;
import ibid.search.Hit;
import java.util.List;

/** An article's own sentence, set so that it can stand where it is put: with who says it where that is a view, and what a pronoun at its head means. */
public final class QuotedSentence {

    private QuotedSentence() {}

    /** @param sentence one of the article's */
    public static DraftSentence of(Hit hit, Span sentence) {
        Article article = hit.article();
        List<Span> all = article.sentences();
        int at = all.indexOf(sentence);
        PronounResolution opening = PronounResolution.of(article, all, at);
        Span quote = all.get(at - opening.keepBefore()).to(sentence);
        String plain =
                opening.keepBefore() == 0 ? opening.text() : article.text().slice(quote);
        return new DraftSentence(
                Attribution.needsName(plain) ? Attribution.lead(article.imprint(), true, plain) : plain,
                List.of(new Citation(hit, quote)));
    }
}
