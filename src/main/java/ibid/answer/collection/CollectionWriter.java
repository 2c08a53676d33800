package ibid.answer.collection;

import ibid.answer.Draft;
import ibid.answer.extract.ExtractiveWriter;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.search.ArticleSearch;
import ibid.search.ArticleSearch.Order;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.search.SearchFilters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions about the collection itself from the index: counts, lists, summaries, corrections, disagreements.
 * Threads may share it.
 */
public final class CollectionWriter {

    private static final int NEAREST = 6;

    /**
     * A draft on the collection itself.
     *
     * @param ranking the passages it quotes, or where it quotes none those nearest to the question
     */
    public record CollectionDraft(Draft.Extracted draft, Ranking ranking) {}

    private final PassageIndex index;
    private final Retriever retriever;
    private final ExtractiveWriter writer;

    public CollectionWriter(PassageIndex index, Retriever retriever, ExtractiveWriter writer) {
        this.index = index;
        this.retriever = retriever;
        this.writer = writer;
    }

    /**
     * The draft for a question about the collection; empty where the question is about something else.
     *
     * @param today the day as of which it is asked
     */
    public Optional<CollectionDraft> draft(String question, SearchFilters filters, LocalDate today) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            KnownNames names = new KnownNames(snapshot.publishers(), snapshot.authors());
            Optional<CollectionQuestion> asked = new CollectionQuestionParser(names, today).parse(question);
            return asked.flatMap(one -> draft(one, new Query(question, filters), snapshot));
        }
    }

    private Optional<CollectionDraft> draft(CollectionQuestion asked, Query query, IndexSnapshot snapshot) {
        CatalogueDrafter catalogue = new CatalogueDrafter(snapshot, query.filters());
        Optional<ArticleRowsDraft> rows = switch (asked) {
            case CollectionQuestion.Count count -> Optional.of(catalogue.count(count.choice()));
            case CollectionQuestion.Listing listing -> Optional.of(catalogue.list(listing.choice()));
            case CollectionQuestion.Extreme extreme ->
                Optional.of(catalogue.extreme(extreme.choice(), extreme.order(), extreme.max()));
            case CollectionQuestion.Period period -> Optional.of(catalogue.run(period.choice()));
            case CollectionQuestion.Publishers publishers -> Optional.of(catalogue.publishers(publishers.choice()));
            case CollectionQuestion.Authors authors -> Optional.of(catalogue.authors(authors.choice()));
            case CollectionQuestion.Summary summary -> Optional.of(summary(summary.choice(), query, snapshot));
            case CollectionQuestion.SummaryOfTitle summary ->
                new NamedArticle(snapshot, retriever, ArticleChoice.ALL.within(query.filters()))
                        .titled(summary.title())
                        .map(article -> SummaryDrafter.of(article, snapshot));
            case CollectionQuestion.ExtremeSummary summary ->
                Optional.of(catalogue.extremeSummary(summary.choice(), summary.order()));
            case CollectionQuestion.Disagreements disagreements ->
                Optional.of(new DisagreementDrafter(snapshot, query.filters())
                        .draft(disagreements.choice(), retriever, writer));
            case CollectionQuestion.CitedSource source ->
                CitedSourceDrafter.draft(source, query.filters(), snapshot, retriever);
            case CollectionQuestion.CitedWork work ->
                CitedWorkDrafter.draft(work, query.filters(), snapshot, retriever);
            case CollectionQuestion.PublicationDay day ->
                CitedWorkDrafter.published(day.words(), query.filters(), snapshot, retriever);
            case CollectionQuestion.Corrections corrections ->
                Optional.of(new CorrectionDrafter(snapshot, query.filters()).draft(corrections.choice()));
        };
        return rows.map(found -> drafted(found, query, snapshot));
    }

    /** Of the article that is named; where only its publisher, author or day is told, of the newest. */
    private ArticleRowsDraft summary(ArticleChoice choice, Query query, IndexSnapshot snapshot) {
        ArticleSearch.Selection selection = choice.within(query.filters());
        if (choice.words().isEmpty()) {
            return new CatalogueDrafter(snapshot, query.filters()).extremeSummary(choice, Order.NEWEST_FIRST);
        }
        return new NamedArticle(snapshot, retriever, selection)
                .find(choice.words())
                .map(article -> SummaryDrafter.of(article, snapshot))
                .orElseGet(() -> ArticleRowsDraft.nothing("The collection has " + choice.describe(0) + "."));
    }

    /** Where there is nothing to show, with the passages nearest to the question. */
    private CollectionDraft drafted(ArticleRowsDraft rows, Query query, IndexSnapshot snapshot) {
        Ranking ranking = rows.hits().isEmpty()
                ? retriever.retrieve(query, NEAREST)
                : new Ranking(query, List.of(), rows.hits(), snapshot.generation());
        return new CollectionDraft(rows.draft(), ranking);
    }
}
