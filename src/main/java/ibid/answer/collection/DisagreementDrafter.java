package ibid.answer.collection;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.contradiction.FigureClash;
import ibid.answer.contradiction.StatedFigure;
import ibid.answer.extract.ExtractiveWriter;
import ibid.article.Article;
import ibid.index.IndexSnapshot;
import ibid.search.ArticleSearch;
import ibid.search.ArticleSearch.Order;
import ibid.search.IndexTerms;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.search.SearchFilters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drafts what the articles disagree about: figures that cannot all be right, each under its value. One use. */
final class DisagreementDrafter {

    /** The newest articles are compared, in a moment. */
    static final int MAX_ARTICLES = 100;

    private static final int MAX_CLASHES = 4;
    private static final int MAX_OF_SIDE = 2;
    private static final List<String> QUESTIONS = List.of("How many %s?", "When was %s?", "When %s?");

    private final IndexSnapshot snapshot;
    private final SearchFilters filters;

    DisagreementDrafter(IndexSnapshot snapshot, SearchFilters filters) {
        this.snapshot = snapshot;
        this.filters = filters;
    }

    /** Those on what the choice names; the newest where there are more than can be compared. */
    List<Article> articles(ArticleChoice choice) {
        ArticleSearch search = new ArticleSearch(snapshot);
        List<Article> articles = new ArrayList<>();
        for (int document : search.find(choice.within(filters), Order.NEWEST_FIRST, MAX_ARTICLES)
                .documents()) {
            articles.add(search.articleAt(document));
        }
        return articles;
    }

    /** Those that mention the subject; where hardly any has its words together, the newest. */
    private List<Article> compared(ArticleChoice choice) {
        List<Article> mentioning = articles(choice);
        return mentioning.size() > 1 ? mentioning : articles(choice.withWords(""));
    }

    /** Clashes between the articles; on a subject those whose words hold it. */
    List<FigureClash> clashes(ArticleChoice choice) {
        List<Article> articles = compared(choice);
        List<FigureClash> clashes = new FigureClash.Finder(snapshot.nearDuplicates()::originOf).find(articles);
        Set<String> subject = Set.copyOf(IndexTerms.of(choice.words()));
        return clashes.stream().filter(clash -> isOn(clash, subject)).toList();
    }

    private static boolean isOn(FigureClash clash, Set<String> subject) {
        Set<String> terms = new HashSet<>();
        for (List<StatedFigure> side : clash.sides()) {
            for (StatedFigure figure : side) {
                terms.addAll(IndexTerms.of(figure.text()));
                terms.addAll(IndexTerms.of(figure.article().imprint().title()));
            }
        }
        return terms.containsAll(subject);
    }

    /**
     * Clashes of figures; where there are none on a subject, what differs in the answers to questions on it.
     *
     * @param writer answers those questions
     */
    ArticleRowsDraft draft(ArticleChoice choice, Retriever retriever, ExtractiveWriter writer) {
        List<FigureClash> clashes = clashes(choice);
        if (!clashes.isEmpty()) {
            return rows(clashes);
        }
        String subject = choice.words();
        Optional<ArticleRowsDraft> answers = subject.isEmpty() ? Optional.empty() : asked(subject, retriever, writer);
        return answers.orElseGet(() -> none(choice));
    }

    private Optional<ArticleRowsDraft> asked(String subject, Retriever retriever, ExtractiveWriter writer) {
        return QUESTIONS.stream()
                .map(question -> new Query(question.formatted(subject), filters))
                .flatMap(query -> clashing(retriever.retrieve(query, AnswerShape.PROSE.depth()), writer).stream())
                .findFirst();
    }

    private Optional<ArticleRowsDraft> clashing(Ranking ranking, ExtractiveWriter writer) {
        if (!(writer.draft(ranking) instanceof Draft.Written written)
                || written.clashes().isEmpty()) {
            return Optional.empty();
        }
        ArticleRows rows = new ArticleRows(snapshot);
        Draft.Clash clash = written.clashes().getFirst();
        for (Draft.Clash.Side side : clash.sides()) {
            Citation citation = side.citations().getFirst();
            Article article = citation.hit().article();
            rows.add(side.value() + ": " + ArticleRows.name(article), article, citation.quote());
        }
        return Optional.of(new ArticleRowsDraft(rows, count(1)));
    }

    /** No value is named: one of them may have been withdrawn. */
    private static String count(int clashes) {
        return clashes == 1 ? "1 disagreement" : clashes + " disagreements";
    }

    private ArticleRowsDraft rows(List<FigureClash> clashes) {
        ArticleRows rows = new ArticleRows(snapshot);
        for (FigureClash clash : clashes.subList(0, Math.min(MAX_CLASHES, clashes.size()))) {
            for (List<StatedFigure> side : clash.sides()) {
                for (StatedFigure figure : side.subList(0, Math.min(MAX_OF_SIDE, side.size()))) {
                    rows.add(
                            FigureClash.value(side) + ": " + ArticleRows.name(figure.article()),
                            figure.article(),
                            figure.sentence());
                }
            }
        }
        return new ArticleRowsDraft(rows, count(clashes.size()));
    }

    private ArticleRowsDraft none(ArticleChoice choice) {
        int compared = compared(choice).size();
        String subject = choice.words().isEmpty() ? "" : " on “" + choice.words() + "”";
        return ArticleRowsDraft.nothing("In the " + compared + " articles compared I found no figures" + subject
                + " that contradict each other.");
    }
}
