package ibid.answer.extract;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.article.Article;
import ibid.language.Span;
import ibid.search.Hit;
import java.util.List;

/**
 * An article's own sentence in a form that can be shown by itself: with the speaker if it is a view, and with the name
 * that a pronoun at its beginning refers to.
 */
public final class QuotedSentence {

    private QuotedSentence() {}

    /** @param sentence one of the article's */
    public static DraftSentence of(Hit hit, Span sentence) {
        Article article = hit.article();
        List<Span> all = article.sentences();
        int at = all.indexOf(sentence);
        PronounResolution opening = PronounResolution.of(article, all, at);
        Span quote = all.get(at - opening.sentencesBefore()).to(sentence);
        boolean isOneSentence = opening.sentencesBefore() == 0;
        String plain = isOneSentence ? opening.text() : article.text().slice(quote);
        String text = Attribution.isNeeded(plain) ? Attribution.quote(article.imprint(), true, plain) : plain;
        return new DraftSentence(text, List.of(new Citation(hit, quote)));
    }
}
