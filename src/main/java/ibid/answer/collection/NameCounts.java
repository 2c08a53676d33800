package ibid.answer.collection;

import ibid.article.Article;
import ibid.language.Names;
import ibid.language.OfficeNouns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How many articles mention each person and place, the most first. A person is told by a surname that also stands
 * alone, a place by "in" before it in at least every other article that mentions it.
 */
public record NameCounts(Map<String, Integer> people, Map<String, Integer> places) {

    private static final int MAX_NAMES = 20;
    private static final int FEW_ARTICLES = 6; // of more articles a name that only one has is left out
    private static final int MAX_TEXTS = 3; // to tell a person by: a surname stands alone in the first that name them
    private static final int NAME_WORDS = 2; // first name and surname
    private static final String IN = " in ";

    /** Where a name is mentioned. */
    private static final class Mentions {

        private final List<Article> articles = new ArrayList<>();
        private int behindIn;

        boolean isPerson(String name) {
            return articles.stream()
                    .limit(MAX_TEXTS)
                    .anyMatch(article -> Names.isPerson(name, article.text().value()));
        }

        boolean isPlace(String name) {
            return behindIn * 2 >= articles.size() && !Names.isBody(name);
        }
    }

    static NameCounts of(List<Article> articles) {
        Map<String, Mentions> mentions = new HashMap<>();
        articles.forEach(article -> add(article, mentions));
        joinTitled(mentions);
        int min = articles.size() > FEW_ARTICLES ? 2 : 1;
        mentions.values().removeIf(one -> one.articles.size() < min);
        Map<String, Integer> people =
                mostFrequent(mentions, name -> mentions.get(name).isPerson(name));
        Map<String, Integer> places = mostFrequent(
                mentions,
                name -> !people.containsKey(name) && mentions.get(name).isPlace(name));
        return new NameCounts(people, places);
    }

    private static void add(Article article, Map<String, Mentions> mentions) {
        String text = article.usableText();
        Set<String> seen = new HashSet<>();
        Set<String> behindIn = new HashSet<>();
        for (Names.Name name : Names.in(text)) {
            String bare = withoutOffice(name.text());
            Mentions of = mentions.computeIfAbsent(bare, none -> new Mentions());
            if (seen.add(bare)) {
                of.articles.add(article);
            }
            if (text.startsWith(IN, name.start() - IN.length()) && behindIn.add(bare)) {
                of.behindIn++;
            }
        }
    }

    /** "General Valery Gerasimov" is Valery Gerasimov. */
    private static String withoutOffice(String name) {
        List<String> words = List.of(name.split(" "));
        int from = 0;
        while (words.size() - from > NAME_WORDS && OfficeNouns.contains(words.get(from))) {
            from++;
        }
        return String.join(" ", words.subList(from, words.size()));
    }

    /** "Japanese Prime Minister Shigeru Ishiba" is Shigeru Ishiba. */
    private static void joinTitled(Map<String, Mentions> mentions) {
        for (String name : List.copyOf(mentions.keySet())) {
            List<String> words = List.of(name.split(" "));
            String bare = String.join(" ", words.subList(Math.max(0, words.size() - NAME_WORDS), words.size()));
            Mentions own = mentions.get(bare);
            boolean isTitled = words.size() > NAME_WORDS && own != null && own.isPerson(bare);
            if (isTitled) {
                Set<Article> all = new LinkedHashSet<>(own.articles);
                all.addAll(mentions.remove(name).articles);
                own.articles.clear();
                own.articles.addAll(all);
            }
        }
    }

    /** Each name is tried only until there are enough. */
    private static Map<String, Integer> mostFrequent(Map<String, Mentions> mentions, Predicate<String> isWanted) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        mentions.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Mentions>>comparingInt(
                                one -> -one.getValue().articles.size())
                        .thenComparing(Map.Entry.comparingByKey()))
                .filter(one -> isWanted.test(one.getKey()))
                .limit(MAX_NAMES)
                .forEach(one -> counts.put(one.getKey(), one.getValue().articles.size()));
        return counts;
    }
}
