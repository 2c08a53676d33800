package ibid.ask;

import ibid.article.Article;
import ibid.language.Names;
import ibid.language.Span;
import ibid.language.VerbsOfSaying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes questions out of an article's sentences: what a short form is, when something was done, who said what about the
 * article's topics.
 */
final class QuestionGenerator {

    private static final Pattern SHORT_FORM = Pattern.compile(
            "\\b(?:\\p{Lu}\\p{Ll}+[ ,–-]+(?:(?:of|for|and|the|in)\\s+)?){2,}\\(?(?:or |called |, )?(?<short>\\p{Lu}{3,8})\\b\\)?");
    private static final Pattern DONE = Pattern.compile(
            "^(?:The |Its |Their )?(?<what>\\p{Lu}[\\p{L}\\p{N}’' -]{2,40}?) (?<was>was|were) (?<done>signed|born|founded|announced|established|revived|dissolved|launched|elected|adopted|decided|published|killed|held)\\b[^.]*\\b(?:1[89]|20)\\d\\d\\b");
    private static final Pattern OFFICE = Pattern.compile(
            "^(?:(?:General|Admiral|Rear|Vice|President|Prime|Foreign|Defen[cs]e|Minister|Secretary|Senator|Sir|Dr|Professor)\\s+)+");
    private static final Pattern ADJECTIVE = Pattern.compile("\\p{Lu}\\p{Ll}+(an|ese|ish)|\\p{Ll}.*");
    private static final int FEW = 6;
    private static final int REACH = 40; // characters between the speaker and the verb

    /** @param sentence the one that answers */
    record Idea(String question, Article article, Span sentence) {}

    private QuestionGenerator() {}

    static List<Idea> of(Article article) {
        List<Idea> ideas = new ArrayList<>();
        for (Span place : article.sentences()) {
            String sentence = article.text().slice(place);
            what(sentence, article)
                    .or(() -> when(sentence))
                    .or(() -> said(sentence, article))
                    .ifPresent(question -> ideas.add(new Idea(question, article, place)));
        }
        return ideas;
    }

    private static Optional<String> what(String sentence, Article article) {
        Matcher shortForm = SHORT_FORM.matcher(sentence);
        return shortForm.find() && isTopic(shortForm.group("short"), article)
                ? Optional.of("What is " + shortForm.group("short") + "?")
                : Optional.empty();
    }

    private static Optional<String> when(String sentence) {
        Matcher done = DONE.matcher(sentence);
        if (!done.find() || sentence.matches("(Its|Their) .*")) return Optional.empty();
        boolean named = Names.in("of " + done.group("what")).stream()
                .anyMatch(name -> name.text().equals(done.group("what")));
        String article = sentence.startsWith("The ") ? "the " : "";
        return !named
                ? Optional.empty()
                : Optional.of("When " + done.group("was") + " " + article + done.group("what") + " "
                        + done.group("done") + "?");
    }

    private static Optional<String> said(String sentence, Article article) {
        Matcher says = VerbsOfSaying.pattern().matcher(sentence);
        if (!says.find()) return Optional.empty();
        List<Names.Name> names = Names.in(sentence, article.text().value());
        Optional<String> speaker = names.stream()
                .filter(name -> name.end() <= says.start() && says.start() - name.end() < REACH)
                .map(name -> OFFICE.matcher(name.text()).replaceFirst(""))
                .filter(name -> Names.isPerson(name, article.text().value()))
                .reduce((first, second) -> second);
        Optional<Names.Name> about = names.stream()
                .filter(name -> name.start() > says.end() && isTopic(name.text(), article))
                .findFirst();
        if (speaker.isEmpty()
                || about.isEmpty()
                || speaker.get().contains(about.get().text())) return Optional.empty();
        Matcher before = Pattern.compile("\\b(?:the|an|a) [“\"]?$")
                .matcher(sentence.substring(0, about.get().start()));
        return Optional.of("What did " + speaker.get() + " say about "
                + (before.find() ? before.group().replaceAll("[“\"]", "") : "")
                + about.get().text() + "?");
    }

    /**
     * What several articles are about: their stated topics, or the names they mention where they state none; most
     * shared first.
     */
    static List<String> shared(List<Article> articles, int most) {
        Map<String, Integer> holders = new HashMap<>();
        boolean stated = articles.stream()
                                .filter(article -> article.imprint().topics().size() > 1)
                                .count()
                        * 2
                > articles.size();
        for (Article article : articles) {
            List<String> topics = stated
                    ? article.imprint().topics()
                    : Names.in(article.text().value()).stream()
                            .map(Names.Name::text)
                            .distinct()
                            .toList();
            topics.stream()
                    .filter(topic -> !ADJECTIVE.matcher(topic).matches())
                    .forEach(topic -> holders.merge(topic, 1, Integer::sum));
        }
        int everywhere = articles.size() < FEW
                ? articles.size()
                : articles.size() / 2; // what all of them mention tells them not apart
        return holders.entrySet().stream()
                .filter(topic -> topic.getValue() >= Math.min(2, articles.size()) && topic.getValue() <= everywhere)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names an article mentions more than once, the most mentioned first. */
    static List<String> mentioned(Article article, int most) {
        Map<String, Long> mentions = Names.in(article.text().value()).stream()
                .map(Names.Name::text)
                .filter(name -> !ADJECTIVE.matcher(name).matches())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        return mentions.entrySet().stream()
                .filter(name -> name.getValue() > 1)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Something the article is about: among its topics, or in its title where it has none. */
    private static boolean isTopic(String name, Article article) {
        List<String> topics = article.imprint().topics();
        return topics.contains(name)
                || topics.size() < 2
                        && Names.in(article.imprint().title(), article.text().value()).stream()
                                .anyMatch(in -> in.text().equals(name));
    }
}
