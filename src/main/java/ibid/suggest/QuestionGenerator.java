package ibid.suggest;

import ibid.article.Article;
import ibid.language.Names;
import ibid.language.Span;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import ibid.language.injection.ContactDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Generates questions from an article's sentences: what an acronym means, when something happened, who said what about
 * the article's topics.
 */
final class QuestionGenerator {

    private static final int MAX_CHARS_SPEAKER_TO_VERB = 40;
    private static final Set<String> TITLES = WordList.read(QuestionGenerator.class, "titles-of-office.txt");
    private static final Set<String> EVENTS = WordList.read(QuestionGenerator.class, "events.txt");

    /** "North Atlantic Treaty Organization (NATO)" */
    private static final Pattern SHORT_FORM = Pattern.compile("\\b(?:\\p{Lu}\\p{Ll}+[ ,–-]+"
            + "(?:(?:of|for|and|the|in)\\s+)?){2,}\\(?(?:or |called |, )?(?<short>\\p{Lu}{3,8})\\b\\)?");

    /** "The alliance was founded in 1949" */
    private static final Pattern DATED_EVENT = Pattern.compile(
            "^(?:The |Its |Their )?(?<thing>\\p{Lu}[\\p{L}\\p{N}’' -]{2,40}?) (?<was>was|were) (?<event>"
                    + String.join("|", EVENTS) + ")\\b[^.]*\\b(?:1[89]|20)\\d\\d\\b");

    private static final List<String> ARTICLES = List.of("the ", "an ", "a ");

    /** @param sentence the one that answers the question */
    record Idea(String question, Article article, Span sentence) {}

    private QuestionGenerator() {}

    static List<Idea> of(Article article) {
        List<Idea> ideas = new ArrayList<>();
        for (Span place : article.sentences()) {
            of(article, place).ifPresent(ideas::add);
        }
        return ideas;
    }

    /** The question that a sentence of the article answers, if one can be made. */
    static Optional<Idea> of(Article article, Span place) {
        String sentence = article.text().slice(place);
        if (!ContactDetail.in(sentence).isEmpty()) {
            return Optional.empty();
        }
        return whatIs(sentence, article)
                .or(() -> when(sentence))
                .or(() -> whatSomebodySaid(sentence, article))
                .or(() -> SubjectQuestion.of(sentence, article.text().value()))
                .map(question -> new Idea(question, article, place));
    }

    private static Optional<String> whatIs(String sentence, Article article) {
        Matcher shortForm = SHORT_FORM.matcher(sentence);
        if (!shortForm.find() || !ArticleTopics.isTopic(shortForm.group("short"), article)) {
            return Optional.empty();
        }
        return Optional.of("What is " + shortForm.group("short") + "?");
    }

    private static Optional<String> when(String sentence) {
        Matcher event = DATED_EVENT.matcher(sentence);
        boolean isOwned = sentence.startsWith("Its ") || sentence.startsWith("Their ");
        if (isOwned || !event.find() || !isName(event.group("thing"))) {
            return Optional.empty();
        }
        return Optional.of(when(sentence.startsWith("The ") ? "the " : "", event));
    }

    private static String when(String article, Matcher event) {
        return "When " + event.group("was") + " " + article + event.group("thing") + " " + event.group("event") + "?";
    }

    private static boolean isName(String thing) {
        return Names.in("of " + thing).stream().anyMatch(name -> name.text().equals(thing));
    }

    private static Optional<String> whatSomebodySaid(String sentence, Article article) {
        Matcher verb = VerbsOfSaying.pattern().matcher(sentence);
        if (!verb.find()) {
            return Optional.empty();
        }
        List<Names.Name> names = Names.in(sentence, article.text().value());
        Optional<String> speaker = speaker(names, verb.start(), article);
        Optional<Names.Name> topic = topicAfter(verb.end(), names, article);
        if (speaker.isEmpty()
                || topic.isEmpty()
                || speaker.get().contains(topic.get().text())) {
            return Optional.empty();
        }
        return Optional.of("What did " + speaker.get() + " say about " + withArticle(topic.get(), sentence) + "?");
    }

    private static String withArticle(Names.Name topic, String sentence) {
        return articleBefore(sentence.substring(0, topic.start())) + topic.text();
    }

    /** The last person named shortly before the verb. */
    private static Optional<String> speaker(List<Names.Name> names, int verb, Article article) {
        Optional<String> speaker = Optional.empty();
        for (Names.Name name : names) {
            boolean isNear = name.end() <= verb && verb - name.end() < MAX_CHARS_SPEAKER_TO_VERB;
            String person = withoutTitles(name.text());
            if (isNear && Names.isPerson(person, article.text().value())) {
                speaker = Optional.of(person);
            }
        }
        return speaker;
    }

    private static Optional<Names.Name> topicAfter(int verbEnd, List<Names.Name> names, Article article) {
        return names.stream()
                .filter(name -> name.start() > verbEnd && ArticleTopics.isTopic(name.text(), article))
                .findFirst();
    }

    private static String withoutTitles(String name) {
        String rest = name;
        int space = rest.indexOf(' ');
        while (space > 0 && TITLES.contains(rest.substring(0, space))) {
            rest = rest.substring(space + 1);
            space = rest.indexOf(' ');
        }
        return rest;
    }

    /** The article (a, the) at the end of a text, with or without a quotation mark after it. */
    static String articleBefore(String text) {
        boolean endsWithMark = text.endsWith("“") || text.endsWith("\"");
        String words = " " + (endsWithMark ? text.substring(0, text.length() - 1) : text);
        for (String article : ARTICLES) {
            if (words.endsWith(" " + article)) {
                return article;
            }
        }
        return "";
    }
}
