package ibid.suggest;

import ibid.article.Article;
import ibid.language.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topics of articles: their stated topics, or the names they mention if they state none. */
final class ArticleTopics {

    private static final int FEW_ARTICLES = 6;
    private static final int MIN_STATED = 2; // fewer are usually the topics of a site
    private static final List<String> ADJECTIVE_ENDINGS = List.of("an", "ese", "ish");

    private ArticleTopics() {}

    /** The topics of several articles, most frequent first, without those that most of the articles share. */
    static List<String> shared(List<Article> articles, int max) {
        boolean areStated = areMostlyStated(articles);
        Map<String, Integer> counts = new HashMap<>();
        for (Article article : articles) {
            List<String> topics = areStated ? article.imprint().topics() : distinctNames(article);
            for (String topic : topics) {
                if (!isAdjective(topic)) {
                    counts.merge(topic, 1, Integer::sum);
                }
            }
        }
        int minArticles = Math.min(2, articles.size());
        int maxArticles = articles.size() < FEW_ARTICLES ? articles.size() : articles.size() / 2;
        counts.values().removeIf(count -> count < minArticles || count > maxArticles);
        return mostFrequent(counts, max);
    }

    private static boolean areMostlyStated(List<Article> articles) {
        long stated = articles.stream()
                .filter(article -> article.imprint().topics().size() >= MIN_STATED)
                .count();
        return stated * 2 > articles.size();
    }

    private static List<String> distinctNames(Article article) {
        return names(article).stream().distinct().toList();
    }

    private static List<String> names(Article article) {
        return Names.in(article.usableText()).stream().map(Names.Name::text).toList();
    }

    /** The names an article mentions more than once, most frequent first. */
    static List<String> mentioned(Article article, int max) {
        Map<String, Integer> counts = new HashMap<>();
        for (String name : names(article)) {
            if (!isAdjective(name)) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count < 2);
        return mostFrequent(counts, max);
    }

    private static List<String> mostFrequent(Map<String, Integer> counts, int max) {
        List<String> topics = new ArrayList<>(counts.keySet());
        topics.sort(Comparator.<String>comparingInt(counts::get).reversed().thenComparing(Comparator.naturalOrder()));
        return List.copyOf(topics.subList(0, Math.min(max, topics.size())));
    }

    /** Whether the article is about the topic: it is among its topics, or in its title if it has none. */
    static boolean isTopic(String name, Article article) {
        List<String> topics = article.imprint().topics();
        if (topics.contains(name)) {
            return true;
        }
        return topics.size() < MIN_STATED && isInTitle(name, article);
    }

    private static boolean isInTitle(String name, Article article) {
        List<Names.Name> names =
                Names.in(article.imprint().title(), article.text().value());
        return names.stream().anyMatch(one -> one.text().equals(name));
    }

    /** Whether the text is an adjective like "Japanese" or not a name at all. */
    static boolean isAdjective(String topic) {
        if (topic.isEmpty()) {
            return false;
        }
        if (Character.isLowerCase(topic.charAt(0))) {
            return true;
        }
        String rest = topic.substring(1);
        boolean isOneWord = !rest.isEmpty() && rest.chars().allMatch(Character::isLowerCase);
        return isOneWord && ADJECTIVE_ENDINGS.stream().anyMatch(ending -> endsWith(rest, ending));
    }

    private static boolean endsWith(String rest, String ending) {
        return rest.length() > ending.length() && rest.endsWith(ending);
    }
}
