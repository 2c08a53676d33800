package ibid.answer.collection;

import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
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

    private final PassageIndex index;
    private final Retriever retriever;

    public CollectionWriter(PassageIndex index, Retriever retriever) {
        this.index = index;
        this.retriever = retriever;
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
            default -> Optional.empty();
        };
        return rows.map(found -> drafted(found, query, snapshot));
    }

    /** Where there is nothing to show, with the passages nearest to the question. */
    private CollectionDraft drafted(ArticleRowsDraft rows, Query query, IndexSnapshot snapshot) {
        Ranking ranking = rows.hits().isEmpty()
                ? retriever.retrieve(query, NEAREST)
                : new Ranking(query, List.of(), rows.hits(), snapshot.generation());
        return new CollectionDraft(rows.draft(), ranking);
    }
}
