package ibid.answer;

import ibid.language.Span;
import ibid.search.Hit;

/** A pointer from a sentence of a draft to the words it rests on: a hit's article, and a span of its canonical text. */
public record Citation(Hit hit, Span quote) {

    /** The cited words, exactly as in the article. */
    public String words() {
        return hit.article().text().slice(quote);
    }
}
