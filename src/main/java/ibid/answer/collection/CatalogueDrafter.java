package ibid.answer.collection;

import ibid.article.Article;
import ibid.index.IndexSnapshot;
import ibid.index.Passage;
import ibid.language.Span;
import ibid.search.ArticleSearch;
import ibid.search.ArticleSearch.Order;
import ibid.search.IndexTerms;
import ibid.search.SearchFilters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts what is counted or listed: how many articles, which, from when to when, from whom. One generation. */
final class CatalogueDrafter {

    private static final int MAX_ROWS = 8; // more rows nobody reads; how many there are is said
    private static final int MAX_NAMED = 12; // outlets or authors in one short answer

    private final IndexSnapshot snapshot;
    private final ArticleSearch search;
    private final SearchFilters filters;

    CatalogueDrafter(IndexSnapshot snapshot, SearchFilters filters) {
        this.snapshot = snapshot;
        this.search = new ArticleSearch(snapshot);
        this.filters = filters;
    }

    private ArticleSearch.Found find(ArticleChoice choice, Order order, int max) {
        return search.find(choice.within(filters), order, max);
    }

    /** The number, with the oldest and the newest of them, or all where they are few. */
    ArticleRowsDraft count(ArticleChoice choice) {
        ArticleSearch.Found newest = find(choice, Order.NEWEST_FIRST, MAX_ROWS);
        if (newest.total() == 0) {
            return none(choice);
        }
        ArticleRows rows = new ArticleRows(snapshot);
        if (newest.total() <= MAX_ROWS && !choice.isAll()) {
            addRows(rows, choice, newest);
        } else {
            addEnds(rows, choice);
        }
        return new ArticleRowsDraft(rows, choice.describe(newest.total()) + span(choice));
    }

    /** {@code , from 8 October 2024 to 18 November 2025}; empty where all are of one day or none has one. */
    private String span(ArticleChoice choice) {
        if (choice.published().isPresent()) {
            return "";
        }
        String period = period(choice);
        return period.isEmpty() ? "" : ", " + period;
    }

    private String period(ArticleChoice choice) {
        Article oldest = first(choice, Order.OLDEST_FIRST);
        Article newest = first(choice, Order.NEWEST_FIRST);
        boolean isSpan = newest.imprint().publishedOn().isPresent()
                && !oldest.imprint().published().equals(newest.imprint().published());
        return isSpan ? "from " + ArticleRows.day(oldest) + " to " + ArticleRows.day(newest) : "";
    }

    private Article first(ArticleChoice choice, Order order) {
        return search.articleAt(find(choice, order, 1).documents().getFirst());
    }

    private void addEnds(ArticleRows rows, ArticleChoice choice) {
        Article oldest = first(choice, Order.OLDEST_FIRST);
        Article newest = first(choice, Order.NEWEST_FIRST);
        rows.addLead(oldest, "Oldest: " + ArticleRows.name(oldest));
        if (!newest.id().equals(oldest.id())) {
            rows.addLead(newest, "Newest: " + ArticleRows.name(newest));
        }
    }

    /** Each with the sentence that holds the words asked for, or with what it begins with. */
    private void addRows(ArticleRows rows, ArticleChoice choice, ArticleSearch.Found found) {
        List<String> terms = IndexTerms.of(choice.words());
        for (int document : found.documents()) {
            Article article = search.articleAt(document);
            Optional<Span> mention = terms.isEmpty() ? Optional.empty() : mention(article, document, terms);
            if (mention.isPresent()) {
                rows.add(ArticleRows.name(article), article, mention.get());
            } else {
                rows.addLead(article, ArticleRows.name(article));
            }
        }
    }

    private Optional<Span> mention(Article article, int document, List<String> terms) {
        Passage passage = snapshot.passageAt(document);
        return LeadSentence.holding(article, passage.sentences(), terms);
    }

    /** The articles themselves, newest first. */
    ArticleRowsDraft list(ArticleChoice choice) {
        ArticleSearch.Found found = find(choice, Order.NEWEST_FIRST, MAX_ROWS);
        if (found.total() == 0) {
            return none(choice);
        }
        ArticleRows rows = new ArticleRows(snapshot);
        addRows(rows, choice, found);
        boolean isOne = found.total() == 1 && choice.words().isEmpty();
        String brief = isOne ? name(found) : choice.describe(found.total()) + notShown(found);
        return new ArticleRowsDraft(rows, brief);
    }

    private String name(ArticleSearch.Found found) {
        return ArticleRows.name(search.articleAt(found.documents().getFirst()));
    }

    private static String notShown(ArticleSearch.Found found) {
        int more = found.total() - found.documents().size();
        return more == 0 ? "" : "; the " + found.documents().size() + " newest are shown, " + more + " more are not";
    }

    /** The newest or oldest articles. */
    ArticleRowsDraft extreme(ArticleChoice choice, Order order, int max) {
        ArticleSearch.Found found = find(choice, order, max);
        if (found.total() == 0) {
            return none(choice);
        }
        ArticleRows rows = new ArticleRows(snapshot);
        addRows(rows, choice, found);
        return new ArticleRowsDraft(rows, name(found));
    }

    /** What the newest or oldest article says. */
    ArticleRowsDraft extremeSummary(ArticleChoice choice, Order order) {
        return find(choice, order, 1).total() == 0 ? none(choice) : SummaryDrafter.of(first(choice, order), snapshot);
    }

    /** From when to when. */
    ArticleRowsDraft run(ArticleChoice choice) {
        if (find(choice, Order.NEWEST_FIRST, 1).total() == 0) {
            return none(choice);
        }
        ArticleRows rows = new ArticleRows(snapshot);
        addEnds(rows, choice);
        String period = period(choice);
        String only = "all of " + ArticleRows.day(first(choice, Order.NEWEST_FIRST));
        return new ArticleRowsDraft(rows, period.isEmpty() ? only : period);
    }

    /** Who publishes the articles, those with the most articles first. */
    ArticleRowsDraft publishers(ArticleChoice choice) {
        Map<String, Integer> counts = search.publishers(choice.within(filters));
        return named(choice, counts, "outlet", choice::withPublishers);
    }

    /** Who writes the articles, those with the most articles first. */
    ArticleRowsDraft authors(ArticleChoice choice) {
        Map<String, Integer> counts = search.authors(choice.within(filters));
        return named(choice, counts, "author", choice::withAuthors);
    }

    private interface Narrowing {

        ArticleChoice to(List<String> names);
    }

    private ArticleRowsDraft named(
            ArticleChoice choice, Map<String, Integer> counts, String noun, Narrowing narrowing) {
        List<String> names =
                counts.keySet().stream().filter(name -> !name.isEmpty()).toList();
        if (names.isEmpty()) {
            return ArticleRowsDraft.nothing("The articles do not name their " + noun + "s.");
        }
        ArticleRows rows = new ArticleRows(snapshot);
        for (String name : names.subList(0, Math.min(MAX_ROWS, names.size()))) {
            int articles = counts.get(name);
            String label = name + ", " + articles + (articles == 1 ? " article: " : " articles, the newest: ");
            Article newest = first(narrowing.to(List.of(name)), Order.NEWEST_FIRST);
            rows.addLead(newest, label + ArticleRows.titleAndDay(newest));
        }
        return new ArticleRowsDraft(
                rows, names.size() + " " + noun + (names.size() == 1 ? "" : "s") + ": " + enumerated(names, counts));
    }

    private static String enumerated(List<String> names, Map<String, Integer> counts) {
        List<String> shown = new ArrayList<>();
        for (String name : names.subList(0, Math.min(MAX_NAMED, names.size()))) {
            shown.add(name + " (" + counts.get(name) + ")");
        }
        int more = names.size() - shown.size();
        return String.join(", ", shown) + (more == 0 ? "" : " and " + more + " more");
    }

    /** What there is none of; where that is for the day, with the newest there is. */
    private ArticleRowsDraft none(ArticleChoice choice) {
        String none = "The collection has " + choice.describe(0) + ".";
        ArticleChoice ever = choice.withPublished(Optional.empty());
        if (choice.published().isEmpty() || find(ever, Order.NEWEST_FIRST, 1).total() == 0) {
            return ArticleRowsDraft.nothing(none);
        }
        ArticleRows rows = new ArticleRows(snapshot);
        Article newest = first(ever, Order.NEWEST_FIRST);
        rows.addLead(newest, "The newest there is: " + ArticleRows.name(newest));
        return new ArticleRowsDraft(rows, "", none);
    }
}
