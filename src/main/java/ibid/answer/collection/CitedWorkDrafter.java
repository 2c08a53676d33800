package ibid.answer.collection;

import ibid.article.Article;
import ibid.article.Note;
import ibid.index.IndexSnapshot;
import ibid.language.CharRuns;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.Span;
import ibid.search.ArticleSearch;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.Query;
import ibid.search.Retriever;
import ibid.search.SearchFilters;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Drafts what an article's own note tells of a work that it cites: its author, its title, the day it was read. */
final class CitedWorkDrafter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int DEPTH = 12;
    private static final int MAX_NOTE_CHARS = 200;
    private static final int MAX_AUTHOR_WORDS = 8; // "Gram Slattery and Simon Lewis"
    private static final String OPENING_QUOTES = "“\"«";

    private final CollectionQuestion.CitedWork asked;
    private final IndexSnapshot snapshot;
    private final Set<String> terms;
    private final List<String> names = new ArrayList<>();

    /** A note with what it tells, beside the sentence that it belongs to. */
    private record Told(Article article, Span sentence, Note note, int shared, String detail) {}

    private CitedWorkDrafter(CollectionQuestion.CitedWork asked, IndexSnapshot snapshot) {
        this.asked = asked;
        this.snapshot = snapshot;
        this.terms = new HashSet<>(IndexTerms.of(asked.words()));
        Names.in("of " + asked.words()).forEach(name -> names.add(name.text()));
    }

    /** Empty where no note of the articles found tells it. */
    static Optional<ArticleRowsDraft> draft(
            CollectionQuestion.CitedWork asked, SearchFilters filters, IndexSnapshot snapshot, Retriever retriever) {
        Set<Article> articles = new LinkedHashSet<>();
        for (Hit hit :
                retriever.retrieve(new Query(asked.words(), filters), DEPTH).hits()) {
            articles.add(hit.article());
        }
        return new CitedWorkDrafter(asked, snapshot).draft(articles);
    }

    private Optional<ArticleRowsDraft> draft(Set<Article> articles) {
        List<Told> told = new ArrayList<>();
        for (Article article : articles) {
            for (Note note : article.notes()) {
                tell(article, note).ifPresent(told::add);
            }
        }
        told.sort(Comparator.comparingInt(Told::shared).reversed());
        boolean isNamed = !names.isEmpty() || asked.detail() == CollectionQuestion.Detail.ACCESSED;
        return told.isEmpty() || !isNamed ? Optional.empty() : Optional.of(rows(told));
    }

    private ArticleRowsDraft rows(List<Told> told) {
        ArticleRows rows = new ArticleRows(snapshot);
        Told best = told.getFirst();
        rows.add("Note, as the article gives it: " + shortened(best.note().text()), best.article(), best.sentence());
        return new ArticleRowsDraft(rows, best.detail());
    }

    /** Every name of the question must be in the note. */
    private Optional<Told> tell(Article article, Note note) {
        Set<String> held = new HashSet<>(IndexTerms.of(note.text()));
        for (String name : names) {
            if (!held.containsAll(IndexTerms.of(name)) && !isOfTitle(name)) {
                return Optional.empty();
            }
        }
        Set<String> shared = new HashSet<>(terms);
        shared.retainAll(held);
        Optional<Span> sentence = article.sentences().stream()
                .filter(span -> article.notesIn(span).contains(note))
                .findFirst();
        return sentence.flatMap(
                span -> detail(note).map(detail -> new Told(article, span, note, shared.size(), detail)));
    }

    /** A name behind "about" may be left out of a title: "the story about Japan's leader". */
    private boolean isOfTitle(String name) {
        int about = asked.words().indexOf(" about ");
        return about >= 0 && asked.words().indexOf(name) > about;
    }

    private Optional<String> detail(Note note) {
        return switch (asked.detail()) {
            case TITLE -> Optional.of(note.citation().title()).filter(title -> !title.isEmpty());
            case ACCESSED ->
                Optional.of(note.citation().accessed())
                        .filter(day -> !day.isEmpty())
                        .map(day -> DAY.format(LocalDate.parse(day)));
            case AUTHOR -> author(note);
        };
    }

    /** The names with which a note begins, before the title or a comma, if they are not the outlet. */
    private static Optional<String> author(Note note) {
        String text = note.text();
        int end = CharRuns.end(text, 0, CharRuns.noneOf(",:" + OPENING_QUOTES));
        String first = text.substring(0, end).strip();
        Lexemes words = new Lexemes(first);
        boolean isOutlet = first.equals(note.citation().source()) || Names.isBody(first);
        boolean hasName = words.size() >= 2 && words.size() <= MAX_AUTHOR_WORDS && end < text.length();
        return hasName && !isOutlet && areNames(words) ? Optional.of(first) : Optional.empty();
    }

    private static boolean areNames(Lexemes words) {
        for (int at = 0; at < words.size(); at++) {
            boolean isJoined = words.is(at, "and") || words.is(at, ".") || words.is(at, "-");
            if (!words.isCapitalised(at) && !isJoined) {
                return false;
            }
        }
        return true;
    }

    private static String shortened(String note) {
        return note.length() <= MAX_NOTE_CHARS
                ? note
                : note.substring(0, note.offsetByCodePoints(0, MAX_NOTE_CHARS / 2)) + "…";
    }

    /** When the article was published that these words name; empty where none is or it has no day. */
    static Optional<ArticleRowsDraft> published(
            String words, SearchFilters filters, IndexSnapshot snapshot, Retriever retriever) {
        ArticleSearch.Selection all = ArticleChoice.ALL.within(filters);
        return new NamedArticle(snapshot, retriever, all)
                .find(words)
                .filter(article -> article.imprint().publishedOn().isPresent())
                .map(article -> {
                    ArticleRows rows = new ArticleRows(snapshot);
                    rows.addLead(article, ArticleRows.name(article));
                    return new ArticleRowsDraft(rows, ArticleRows.day(article));
                });
    }
}
