package ibid.answer.extract;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.language.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts picked sentences into the words that are shown: a leading pronoun resolved or the sentence before kept, claims given to who makes them. One use each. */
final class SentenceWording {

    private final boolean markAnswers;
    private final Set<Place> shown = new HashSet<>();
    private final Set<ArticleId> introduced = new HashSet<>();
    private final List<DraftSentence> sentences = new ArrayList<>();

    private record Place(ArticleId article, Span sentence) {}

    /** @param markAnswers whether the answering words are to be marked within their sentence */
    SentenceWording(boolean markAnswers) {
        this.markAnswers = markAnswers;
    }

    List<DraftSentence> of(List<SentenceSelection.Pick> picks) {
        picks.forEach(pick -> add("", pick.main(), pick.copies()));
        return sentences;
    }

    List<DraftSentence> inRows(List<RowGrouping.Row> rows) {
        rows.forEach(row -> add(row.label(), row.candidate(), List.of()));
        return sentences;
    }

    private void add(String label, Candidate main, List<Candidate> copies) {
        Article article = main.hit().article();
        List<Span> all = article.sentences();
        int at = all.indexOf(main.span());
        if (shown.contains(new Place(article.id(), all.get(at)))) return; // kept before another one already
        PronounResolution opening = PronounResolution.of(article, all, at);
        int first = at - opening.keepBefore();
        while (first < at && shown.contains(new Place(article.id(), all.get(first)))) first++;
        Citation own = new Citation(main.hit(), all.get(first).to(all.get(at)));
        for (int before = first; before < at; before++)
            sentences.add(
                    sentence(label, article, article.text().slice(all.get(before)), List.of(own), Optional.empty()));
        List<Citation> citations = Stream.concat(
                        Stream.of(own), copies.stream().map(copy -> new Citation(copy.hit(), copy.span())))
                .toList();
        sentences.add(
                sentence(label, article, opening.text(), citations, markAnswers ? main.answer() : Optional.empty()));
        all.subList(first, at + 1).forEach(span -> shown.add(new Place(article.id(), span)));
    }

    private DraftSentence sentence(
            String label, Article article, String plain, List<Citation> citations, Optional<String> answer) {
        boolean named = label.startsWith(article.imprint().voice()) || !Attribution.needsName(plain);
        String text = named ? plain : Attribution.lead(article.imprint(), introduced.add(article.id()), plain);
        return new DraftSentence(text, citations, label, answer.flatMap(words -> place(words, text)));
    }

    private static Optional<Span> place(String words, String text) {
        int at = text.indexOf(words);
        if (at < 0) return Optional.empty();
        int start = text.codePointCount(0, at);
        return Optional.of(new Span(start, start + words.codePointCount(0, words.length())));
    }
}
