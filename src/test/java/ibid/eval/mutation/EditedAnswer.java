package ibid.eval.mutation;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.api.SentenceBody;
import ibid.eval.client.OriginalArticle;
import ibid.eval.measure.Invariants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Edits an answer as a broken build would. Text, marks and positions stay consistent, so that only the edit can be
 * detected. Each edit starts from the original answer.
 */
public final class EditedAnswer {

    private final Mutation.Given given;

    public EditedAnswer(Mutation.Given given) {
        this.given = given;
    }

    /** The known articles that a sentence cites. */
    List<OriginalArticle> originals(int at) {
        List<OriginalArticle> originals = new ArrayList<>();
        for (int number : sentence(at).footnotes()) {
            String id = given.answer().footnotes().get(number - 1).article().id();
            OriginalArticle original = given.articles().get(id);
            if (original != null) {
                originals.add(original);
            }
        }
        return originals;
    }

    private SentenceBody sentence(int at) {
        return given.answer().sentences().get(at);
    }

    /** Replaces the words of a sentence. */
    public Mutation.Given say(int at, String words) {
        return changed(replaced(at, with(sentence(at), words, sentence(at).footnotes())));
    }

    /** Replaces the footnotes of a sentence by others, of this answer or another. */
    Mutation.Given cite(int at, Mutation.Place place) {
        List<FootnoteBody> footnotes = new ArrayList<>(given.answer().footnotes());
        List<Integer> marks = new ArrayList<>();
        boolean own = place.answer().equals(given);
        for (int number : place.footnotes()) {
            if (!own) {
                footnotes.add(numbered(place.answer().answer().footnotes().get(number - 1), footnotes.size() + 1));
            }
            marks.add(own ? number : footnotes.size());
        }
        Map<String, OriginalArticle> articles = new HashMap<>(given.articles());
        articles.putAll(place.answer().articles());
        List<SentenceBody> sentences =
                replaced(at, with(sentence(at), sentence(at).text(), marks));
        return changed(sentences, footnotes, articles);
    }

    /** Sets a field of the article in a footnote to a wrong value. */
    Mutation.Given misname(int at, Invariants.ImprintField field) {
        int number = sentence(at).footnotes().getFirst();
        List<FootnoteBody> footnotes = new ArrayList<>(given.answer().footnotes());
        FootnoteBody footnote = footnotes.get(number - 1);
        footnotes.set(number - 1, about(footnote, misnamed(footnote.article(), field)));
        AnswerBody answer =
                with(given.answer(), given.answer().text(), given.answer().sentences(), footnotes);
        return new Mutation.Given(given.topic(), given.right(), answer, given.articles());
    }

    private static ArticleBody misnamed(ArticleBody article, Invariants.ImprintField field) {
        String title = article.title();
        String publisher = article.publisher();
        String author = article.author();
        String published = article.published();
        String url = article.url();
        switch (field) {
            case TITLE -> title = "Another title";
            case PUBLISHER -> publisher = "Another publisher";
            case AUTHOR -> author = "Another author";
            case PUBLISHED -> published = "1999-04-01";
            case URL -> url = "https://example.org/another";
        }
        ArticleBody.Publication publication = new ArticleBody.Publication(
                publisher, author, published, url, article.publication().language());
        return new ArticleBody(article.id(), title, publication, article.copyOf(), article.correctedBy());
    }

    /** Repeats a sentence at the end. */
    Mutation.Given repeat(int at) {
        List<SentenceBody> sentences = new ArrayList<>(given.answer().sentences());
        sentences.add(sentence(at));
        return changed(sentences);
    }

    private List<SentenceBody> replaced(int at, SentenceBody sentence) {
        List<SentenceBody> sentences = new ArrayList<>(given.answer().sentences());
        sentences.set(at, sentence);
        return sentences;
    }

    private Mutation.Given changed(List<SentenceBody> sentences) {
        return changed(sentences, given.answer().footnotes(), given.articles());
    }

    private Mutation.Given changed(
            List<SentenceBody> sentences, List<FootnoteBody> footnotes, Map<String, OriginalArticle> articles) {
        StringBuilder text = new StringBuilder();
        List<SentenceBody> placed = new ArrayList<>();
        for (SentenceBody sentence : sentences) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            if (!sentence.details().label().isEmpty()) {
                text.append(sentence.details().label()).append(": ");
            }
            int start = text.codePointCount(0, text.length());
            text.append(sentence.text());
            placed.add(at(sentence, start, text.codePointCount(0, text.length())));
            text.append(' ');
            for (int number : sentence.footnotes()) {
                text.append('[').append(number).append(']');
            }
        }
        AnswerBody answer = with(given.answer(), text.toString(), placed, footnotes);
        return new Mutation.Given(given.topic(), given.right(), answer, articles);
    }

    private static SentenceBody with(SentenceBody sentence, String text, List<Integer> footnotes) {
        return new SentenceBody(
                text,
                sentence.start(),
                sentence.end(),
                footnotes,
                sentence.support(),
                sentence.kind(),
                sentence.details());
    }

    private static SentenceBody at(SentenceBody sentence, int start, int end) {
        return new SentenceBody(
                sentence.text(),
                start,
                end,
                sentence.footnotes(),
                sentence.support(),
                sentence.kind(),
                sentence.details());
    }

    private static FootnoteBody numbered(FootnoteBody footnote, int number) {
        return new FootnoteBody(
                number,
                footnote.article(),
                footnote.passageId(),
                footnote.place(),
                footnote.quote(),
                footnote.support(),
                footnote.notes(),
                footnote.supersededBy());
    }

    private static FootnoteBody about(FootnoteBody footnote, ArticleBody article) {
        return new FootnoteBody(
                footnote.number(),
                article,
                footnote.passageId(),
                footnote.place(),
                footnote.quote(),
                footnote.support(),
                footnote.notes(),
                footnote.supersededBy());
    }

    private static AnswerBody with(
            AnswerBody answer, String text, List<SentenceBody> sentences, List<FootnoteBody> footnotes) {
        AnswerBody.Evidence evidence = answer.evidence();
        return new AnswerBody(
                answer.asked(),
                with(answer.result(), text, sentences),
                new AnswerBody.Evidence(
                        evidence.closest(),
                        evidence.nearest(),
                        footnotes,
                        evidence.sources(),
                        evidence.disagreements(),
                        evidence.sides(),
                        evidence.suggestions()),
                answer.provenance());
    }

    private static AnswerBody.Result with(AnswerBody.Result result, String text, List<SentenceBody> sentences) {
        return new AnswerBody.Result(
                result.outcome(),
                result.reason(),
                result.shortAnswer(),
                text,
                sentences,
                result.missing(),
                result.shape(),
                result.confidence());
    }
}
