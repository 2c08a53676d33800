package ibid.answer.extract;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.answer.SentenceDetails;
import ibid.answer.SentenceRole;
import ibid.answer.question.AnswerExtent;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.selection.SentenceSelection;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.language.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words selected sentences for display: resolves a leading pronoun or keeps the sentence before, and attributes claims
 * to their speakers. Single use.
 */
final class SentenceWording {

    private final boolean marksAnswers;
    private final Set<Place> shown = new HashSet<>();
    private final Set<ArticleId> introduced = new HashSet<>();
    private final List<DraftSentence> sentences = new ArrayList<>();

    private record Place(ArticleId article, Span sentence) {}

    /** @param marksAnswers whether the answering words are to be marked within their sentence */
    SentenceWording(boolean marksAnswers) {
        this.marksAnswers = marksAnswers;
    }

    List<DraftSentence> word(List<SentenceSelection.Pick> picks) {
        for (SentenceSelection.Pick pick : picks) {
            add(SentenceDetails.NONE.withRole(pick.role()), pick.main(), pick.copies());
        }
        return sentences;
    }

    List<DraftSentence> wordRows(List<RowGrouping.Row> rows) {
        for (RowGrouping.Row row : rows) {
            add(row.details(), row.candidate(), List.of());
        }
        return sentences;
    }

    private void add(SentenceDetails details, ScoredCandidate main, List<ScoredCandidate> copies) {
        Article article = main.hit().article();
        List<Span> all = article.sentences();
        int at = all.indexOf(main.span());
        if (isShown(article, all.get(at))) {
            return; // already kept before another sentence
        }
        PronounResolution opening = PronounResolution.of(article, all, at);
        List<Span> own = notShown(article, all.subList(at - opening.sentencesBefore(), at + 1));
        Citation citation = new Citation(main.hit(), own.getFirst().to(own.getLast()));
        SentenceDetails context = details.withRole(SentenceRole.CONTEXT);
        for (Span before : own.subList(0, own.size() - 1)) {
            if (!isShown(article, before)) {
                add(article, article.text().slice(before), List.of(citation), Optional.empty(), context);
            }
        }
        Optional<String> answer = marksAnswers ? main.shownAnswer().map(AnswerExtent::text) : Optional.empty();
        add(article, opening.text(), withCopies(citation, copies), answer, details);
        own.forEach(span -> shown.add(new Place(article.id(), span)));
    }

    /** The sentences from the first one that is not shown yet. */
    private List<Span> notShown(Article article, List<Span> sentences) {
        int first = 0;
        while (isShown(article, sentences.get(first))) {
            first++;
        }
        return sentences.subList(first, sentences.size());
    }

    private boolean isShown(Article article, Span sentence) {
        return shown.contains(new Place(article.id(), sentence));
    }

    private static List<Citation> withCopies(Citation own, List<ScoredCandidate> copies) {
        List<Citation> citations = new ArrayList<>();
        citations.add(own);
        for (ScoredCandidate copy : copies) {
            citations.add(new Citation(copy.hit(), copy.span()));
        }
        return citations;
    }

    private void add(
            Article article, String plain, List<Citation> citations, Optional<String> answer, SentenceDetails details) {
        String text = attributed(details.label(), article, plain);
        Optional<Span> marked = answer.flatMap(words -> find(words, text));
        sentences.add(new DraftSentence(text, citations, details.withAnswer(marked)));
    }

    private String attributed(String label, Article article, String plain) {
        boolean isAttributed = label.contains(article.imprint().voice()) || !Attribution.isNeeded(plain);
        return isAttributed ? plain : Attribution.quote(article.imprint(), introduced.add(article.id()), plain);
    }

    private static Optional<Span> find(String words, String text) {
        int at = text.indexOf(words);
        if (at < 0) {
            return Optional.empty();
        }
        int start = text.codePointCount(0, at);
        return Optional.of(new Span(start, start + words.codePointCount(0, words.length())));
    }
}
