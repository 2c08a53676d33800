package ibid.answer.collection;

import ibid.article.Article;
import ibid.article.Block;
import ibid.article.Mention;
import ibid.article.Note;
import ibid.index.IndexSnapshot;
import ibid.language.Span;
import ibid.language.WordList;
import ibid.read.ArticleReader;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.Query;
import ibid.search.Retriever;
import ibid.search.SearchFilters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drafts whom an article itself names as its source: in its own notes on a sentence, or within the sentence. */
final class CitedSourceDrafter {

    private static final int DEPTH = 8;
    private static final int MAX_ROWS = 3;
    private static final double MIN_TERM_SHARE = 0.5; // of the claim that a sentence must hold
    private static final double MIN_SHARE_OF_BEST = 0.8;
    private static final int MAX_NOTE_CHARS = 200;
    private static final List<String> AGENCIES = WordList.lines(ArticleReader.class, "agencies.txt");

    private final IndexSnapshot snapshot;
    private final Set<String> claim;
    private final boolean isOfAgency;

    /**
     * A sentence with the sources it has.
     *
     * @param score  how much of the claim it holds and how near it is in meaning
     * @param names  of its sources, in short
     * @param notes  the same in full
     */
    private record Sourced(Hit hit, Span sentence, double score, List<String> names, List<String> notes) {}

    private CitedSourceDrafter(CollectionQuestion.CitedSource asked, IndexSnapshot snapshot) {
        this.snapshot = snapshot;
        this.claim = new HashSet<>(IndexTerms.of(asked.claim()));
        this.isOfAgency = asked.isOfAgency();
    }

    /** Empty where no sentence on the claim has a source. */
    static Optional<ArticleRowsDraft> draft(
            CollectionQuestion.CitedSource asked, SearchFilters filters, IndexSnapshot snapshot, Retriever retriever) {
        List<Hit> hits =
                retriever.retrieve(new Query(asked.claim(), filters), DEPTH).hits();
        return new CitedSourceDrafter(asked, snapshot).draft(hits);
    }

    private Optional<ArticleRowsDraft> draft(List<Hit> hits) {
        List<Sourced> sourced = new ArrayList<>();
        for (Hit hit : hits) {
            for (int at = 0; at < hit.passage().sentences().size(); at++) {
                read(hit, at).ifPresent(sourced::add);
            }
        }
        sourced.sort(Comparator.comparingDouble(Sourced::score).reversed());
        return sourced.isEmpty() ? Optional.empty() : Optional.of(rows(sourced));
    }

    private ArticleRowsDraft rows(List<Sourced> sourced) {
        ArticleRows rows = new ArticleRows(snapshot);
        Set<String> names = new LinkedHashSet<>();
        double least = MIN_SHARE_OF_BEST * sourced.getFirst().score();
        for (Sourced one : sourced.subList(0, Math.min(MAX_ROWS, sourced.size()))) {
            if (one.score() >= least) {
                names.addAll(one.names());
                rows.add(
                        "Source, as the article gives it: " + String.join("; ", one.notes()),
                        one.hit().article(),
                        one.sentence());
            }
        }
        return new ArticleRowsDraft(rows, String.join(", ", names));
    }

    private Optional<Sourced> read(Hit hit, int at) {
        Article article = hit.article();
        Span sentence = hit.passage().sentences().get(at);
        Set<String> shared = new HashSet<>(IndexTerms.of(article.text().slice(sentence)));
        shared.retainAll(claim);
        double share = claim.isEmpty() ? 0 : (double) shared.size() / claim.size();
        List<String> names = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        addNotes(article, sentence, names, notes);
        addMentions(article, sentence, names, notes);
        return share < MIN_TERM_SHARE || names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Sourced(hit, sentence, share + hit.similarities().get(at), names, notes));
    }

    /** Its own, or the next ones of its paragraph: a note at the end of a paragraph is on what comes before it too. */
    private static List<Note> notesOn(Article article, Span sentence) {
        int paragraphEnd = article.blocks().stream()
                .map(Block::span)
                .filter(block -> block.contains(sentence))
                .mapToInt(Span::end)
                .findFirst()
                .orElse(sentence.end());
        for (Span next : article.sentences()) {
            boolean isInParagraph = next.start() >= sentence.start() && next.end() <= paragraphEnd;
            List<Note> notes = isInParagraph ? article.notesIn(next) : List.of();
            if (!notes.isEmpty()) {
                return notes;
            }
        }
        return List.of();
    }

    private void addNotes(Article article, Span sentence, List<String> names, List<String> notes) {
        for (Note note : notesOn(article, sentence)) {
            Optional<String> agency = agencyIn(note.text());
            String source = note.citation().source().isEmpty()
                    ? shortened(note.text())
                    : note.citation().source();
            if (!isOfAgency || agency.isPresent()) {
                names.add(isOfAgency ? agency.get() : source);
                notes.add(shortened(note.text()));
            }
        }
    }

    private void addMentions(Article article, Span sentence, List<String> names, List<String> notes) {
        for (Mention mention : article.annotations().mentions()) {
            boolean isSource = mention.kind() != Mention.Kind.LINK && sentence.contains(mention.span());
            if (isSource && (!isOfAgency || agencyIn(mention.source()).isPresent())) {
                names.add(mention.source());
                notes.add(mention.source());
            }
        }
    }

    private static Optional<String> agencyIn(String text) {
        return AGENCIES.stream().filter(agency -> isWordIn(agency, text)).findFirst();
    }

    private static boolean isWordIn(String word, String text) {
        int at = text.indexOf(word);
        int end = at + word.length();
        boolean opens = at == 0 || at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1));
        return opens && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static String shortened(String note) {
        return note.length() <= MAX_NOTE_CHARS
                ? note
                : note.substring(0, note.offsetByCodePoints(0, MAX_NOTE_CHARS / 2)) + "…";
    }
}
