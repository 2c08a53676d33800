package ibid.receipt;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.api.Range;
import ibid.api.SentenceBody;
import ibid.api.share.RecheckBody;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.ask.SourceArticle;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.language.Text;
import ibid.verify.Support;
import ibid.verify.Verifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares stored answers with the articles of today. Threads may share it. */
public final class AnswerRecheck {

    private final PassageIndex index;
    private final Verifier verifier;

    public AnswerRecheck(PassageIndex index, Verifier verifier) {
        this.index = index;
        this.verifier = verifier;
    }

    public RecheckBody check(AnswerBody answer, Instant now) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            List<RecheckBody.Note> notes = new ArrayList<>();
            Map<Integer, String> quotes = new HashMap<>();
            for (FootnoteBody footnote : answer.footnotes()) {
                RecheckBody.Note note = check(footnote, snapshot);
                notes.add(note);
                if (note.place() != null) {
                    quotes.put(note.number(), footnote.quote().exact());
                }
            }
            List<RecheckBody.Claim> claims = new ArrayList<>();
            for (SentenceBody sentence : answer.sentences()) {
                claims.add(check(sentence, quotes));
            }
            boolean holds = notes.stream().allMatch(note -> note.state() == RecheckBody.State.HOLDS)
                    && claims.stream().allMatch(claim -> claim.now() == claim.before());
            return new RecheckBody(answer.id(), now, snapshot.generation(), holds, notes, claims);
        }
    }

    private static RecheckBody.Note check(FootnoteBody footnote, IndexSnapshot snapshot) {
        Optional<Article> article =
                snapshot.article(new ArticleId(footnote.article().id()));
        if (article.isEmpty()) {
            return new RecheckBody.Note(footnote.number(), RecheckBody.State.REMOVED, null, null);
        }
        ArticleBody today = ArticleBody.of(SourceArticle.of(article.get(), snapshot));
        Range place = place(footnote.quote(), article.get().text());
        return new RecheckBody.Note(footnote.number(), state(footnote, place, today), place, today.correctedBy());
    }

    private static RecheckBody.State state(FootnoteBody footnote, Range place, ArticleBody today) {
        if (place == null) {
            return RecheckBody.State.CHANGED;
        }
        boolean known = Objects.equals(footnote.article().correctedBy(), today.correctedBy());
        return known ? RecheckBody.State.HOLDS : RecheckBody.State.CORRECTED;
    }

    /** Where the quoted words are today: where they were, else at their first place; null if they are gone. */
    private static Range place(FootnoteBody.Quote quote, Text text) {
        if (quote.end() <= text.length()
                && text.slice(quote.start(), quote.end()).equals(quote.exact())) {
            return new Range(quote.start(), quote.end());
        }
        int at = text.value().indexOf(quote.exact());
        if (at < 0) {
            return null;
        }
        int start = text.codePointOffset(at);
        return new Range(start, start + quote.end() - quote.start());
    }

    /**
     * The verdict by the quotes that are still in their articles. With all of them there the old verdict stands: it was
     * made from the same words.
     */
    private RecheckBody.Claim check(SentenceBody sentence, Map<Integer, String> quotes) {
        List<String> evidence = new ArrayList<>();
        for (int number : sentence.footnotes()) {
            if (quotes.containsKey(number)) {
                evidence.add(quotes.get(number));
            }
        }
        Support now = evidence.size() == sentence.footnotes().size()
                ? sentence.support()
                : support(sentence.text(), evidence);
        return new RecheckBody.Claim(sentence.text(), sentence.support(), now);
    }

    private Support support(String claim, List<String> evidence) {
        return evidence.isEmpty()
                ? Support.NONE
                : verifier.check(claim, evidence).support();
    }
}
