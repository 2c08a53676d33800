package ibid.answer.collection;

import ibid.article.Article;
import ibid.article.Imprint;
import ibid.index.IndexSnapshot;
import ibid.search.ArticleSearch;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.Query;
import ibid.search.Retriever;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the one article that a question names: by its title, else by what it is about. */
final class NamedArticle {

    private static final int MAX_TITLES = 10;
    private static final double MIN_NAMED = 0.6; // share of the words asked for that a title must have
    private static final double MIN_OF_TITLE = 0.5; // share of a title's words that a question must have to mean it
    private static final int DEPTH = 12;

    private final ArticleSearch search;
    private final Retriever retriever;
    private final ArticleSearch.Selection among;

    /** How much of the words asked for a title has, and how much of the title they are. */
    private record Match(Article article, double named, double ofTitle) {

        double total() {
            return named + ofTitle / 10; // among titles with the same words the shortest
        }
    }

    /** @param among these articles, whatever words they hold */
    NamedArticle(IndexSnapshot snapshot, Retriever retriever, ArticleSearch.Selection among) {
        this.search = new ArticleSearch(snapshot);
        this.retriever = retriever;
        this.among = among;
    }

    /** The article whose title has most of the words, else the one that a search for them finds most of. */
    Optional<Article> find(String words) {
        return best(words)
                .filter(match -> match.named() >= MIN_NAMED)
                .map(Match::article)
                .or(() -> searched(words));
    }

    /** The article whose title the words are, or most of it. */
    Optional<Article> titled(String words) {
        return best(words)
                .filter(match -> match.named() == 1 && match.ofTitle() >= MIN_OF_TITLE)
                .map(Match::article);
    }

    private Optional<Match> best(String words) {
        Set<String> asked = new HashSet<>(IndexTerms.of(words));
        Optional<Match> best = Optional.empty();
        for (int document : search.titled(words, among, MAX_TITLES)) {
            Match match = match(search.articleAt(document), asked);
            if (best.isEmpty() || match.total() > best.get().total()) {
                best = Optional.of(match);
            }
        }
        return best;
    }

    private static Match match(Article article, Set<String> asked) {
        Set<String> title = new HashSet<>(IndexTerms.of(article.imprint().title()));
        Set<String> shared = new HashSet<>(asked);
        shared.retainAll(title);
        double named = (double) shared.size() / asked.size();
        return new Match(article, named, (double) shared.size() / title.size());
    }

    /** Empty unless the article has each of the words. */
    private Optional<Article> searched(String words) {
        Map<Article, Double> scores = new HashMap<>();
        for (Hit hit :
                retriever.retrieve(new Query(words, among.filters()), DEPTH).hits()) {
            scores.merge(hit.article(), hit.score(), Double::sum);
        }
        List<String> terms = IndexTerms.of(words);
        return scores.entrySet().stream()
                .filter(scored -> isAmong(scored.getKey().imprint()) && holds(scored.getKey(), terms))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private boolean isAmong(Imprint imprint) {
        return (among.publishers().isEmpty() || among.publishers().contains(imprint.publisher()))
                && (among.authors().isEmpty() || among.authors().contains(imprint.author()));
    }

    private static boolean holds(Article article, List<String> terms) {
        String all = article.imprint().title() + "\n" + article.text().value();
        return new HashSet<>(IndexTerms.of(all)).containsAll(terms);
    }
}
