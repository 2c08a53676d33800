package ibid.answer.collection;

import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.SentenceDetails;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.Correction;
import ibid.article.Imprint;
import ibid.index.Chunker;
import ibid.index.IndexSnapshot;
import ibid.index.Passage;
import ibid.language.Span;
import ibid.search.Hit;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of an answer on the collection: each quotes a sentence of an article under a label that names the article.
 * Articles with the same sentence share a row. One use.
 */
final class ArticleRows {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final IndexSnapshot snapshot;
    private final Map<String, DraftSentence> rows = new LinkedHashMap<>();

    ArticleRows(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Adds what an article begins with; nothing where it has no sentence. */
    void addLead(Article article, String label) {
        LeadSentence.of(article).ifPresent(lead -> add(label, article, lead));
    }

    /** Adds one of an article's sentences. */
    void add(String label, Article article, Span sentence) {
        hit(article, sentence).ifPresent(hit -> add(label, new Citation(hit, sentence)));
    }

    private void add(String label, Citation citation) {
        String text = citation.words();
        DraftSentence same = rows.get(text);
        List<Citation> citations = new ArrayList<>(same == null ? List.of() : same.citations());
        citations.add(citation);
        String shown = same == null ? unmarked(label) : same.details().label();
        rows.put(text, new DraftSentence(text, citations, SentenceDetails.NONE.withLabel(shown)));
    }

    /** A label with brackets would look as if it had footnotes. */
    private static String unmarked(String label) {
        return label.replace('[', '(').replace(']', ')').replace('\n', ' ');
    }

    private Optional<Hit> hit(Article article, Span sentence) {
        for (Passage passage : Chunker.chunk(article)) {
            if (passage.sentences().contains(sentence)) {
                ArticleId origin = snapshot.nearDuplicates().originOf(article.id());
                List<Float> unknown = Collections.nCopies(passage.sentences().size(), 0f);
                List<Correction> corrections = snapshot.corrections().touching(article.id());
                return Optional.of(new Hit(article, origin, corrections, passage, 1, List.of(), unknown));
            }
        }
        return Optional.empty();
    }

    List<DraftSentence> sentences() {
        return List.copyOf(rows.values());
    }

    List<Hit> hits() {
        return citations().stream().map(Citation::hit).toList();
    }

    /** A short answer that rests on every row. */
    Optional<Draft.Short> shortAnswer(String text) {
        return Optional.of(new Draft.Short(text, citations()));
    }

    private List<Citation> citations() {
        return rows.values().stream().flatMap(row -> row.citations().stream()).toList();
    }

    /** {@code “The ferry that never sailed”, Harbour Gazette, 3 March 2025}. */
    static String name(Article article) {
        Imprint imprint = article.imprint();
        String publisher = imprint.publisher().isEmpty() ? "" : ", " + imprint.publisher();
        String date = imprint.publishedOn().map(day -> ", " + DAY.format(day)).orElse("");
        return "“" + imprint.title() + "”" + publisher + date;
    }

    /** {@code “The ferry that never sailed”, 3 March 2025}. */
    static String titleAndDay(Article article) {
        Imprint imprint = article.imprint();
        return "“" + imprint.title() + "”"
                + imprint.publishedOn().map(day -> ", " + DAY.format(day)).orElse("");
    }

    /** The day of an article, or that it has none. */
    static String day(Article article) {
        return article.imprint().publishedOn().map(DAY::format).orElse("an unknown day");
    }
}
