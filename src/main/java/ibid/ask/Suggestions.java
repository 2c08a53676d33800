package ibid.ask;

import ibid.corpus.Article;
import ibid.corpus.Names;
import ibid.corpus.Span;
import ibid.index.PassageIndex;
import ibid.index.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Questions the articles can answer. Made from sentences that say who said something about what, or what a name stands for, and kept
 * only if asking them gives an answer that quotes that very sentence. Threads may share it.
 */
public final class Suggestions {

    private static final Pattern SAYS = Pattern.compile("\\b(said|warned|argued|wrote|told|called|proposed|announced|insisted)\\b");
    private static final Pattern SHORT_FORM = Pattern.compile("\\b(?:\\p{Lu}\\p{Ll}+[ ,–-]+(?:(?:of|for|and|the|in)\\s+)?){2,}\\(?(?:or |called |, )?(?<short>\\p{Lu}{3,8})\\b\\)?");
    private static final int REACH = 40;   // characters between the speaker and the verb
    private static final int MOST_TRIED = 80;
    private static final int ENOUGH = 12;

    private final Ask ask;
    private final PassageIndex index;
    private volatile Found found = new Found("", List.of());

    private record Found(String generation, List<String> questions) {}

    private record Idea(String question, Article article, Span sentence) {}

    public Suggestions(Ask ask, PassageIndex index) {
        this.ask = ask;
        this.index = index;
    }

    /** At most that many, from different articles where there are enough; the first call for a generation takes a moment. */
    public List<String> some(int most) {
        try (Snapshot snapshot = index.snapshot()) {
            if (!found.generation().equals(snapshot.generation())) find(snapshot);
        }
        return found.questions().stream().limit(most).toList();
    }

    private synchronized void find(Snapshot snapshot) {
        if (found.generation().equals(snapshot.generation())) return;
        List<String> good = new ArrayList<>();
        List<Idea> ideas = ideas(snapshot);
        for (Idea idea : ideas.subList(0, Math.min(MOST_TRIED, ideas.size()))) {
            if (good.size() == ENOUGH) break;
            if (!good.contains(idea.question()) && answers(idea)) good.add(idea.question());
        }
        found = new Found(snapshot.generation(), List.copyOf(good));
    }

    private boolean answers(Idea idea) {
        return ask.answer(new Asking(idea.question()), event -> { }).answer() instanceof Answer.Cited cited
                && cited.footnotes().stream().limit(2).anyMatch(note -> note.article().id().equals(idea.article().id()) && note.quote().place().overlaps(idea.sentence()));
    }

    /** One idea of each article, then the second of each, and so on, articles in an order that changes with the collection only. */
    private static List<Idea> ideas(Snapshot snapshot) {
        Map<Idea, Integer> turns = new LinkedHashMap<>();
        List<Article> articles = new ArrayList<>(snapshot.articles());
        articles.sort(Comparator.comparing(article -> article.id().value()));
        java.util.Collections.shuffle(articles, new Random(snapshot.generation().hashCode()));
        for (Article article : articles.subList(0, Math.min(articles.size(), MOST_TRIED))) {
            int turn = 0;
            for (Span sentence : article.sentences()) {
                Optional<String> question = question(article.text().slice(sentence), article);
                if (question.isPresent()) turns.put(new Idea(question.get(), article, sentence), turn++);
            }
        }
        return turns.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList();
    }

    private static Optional<String> question(String sentence, Article article) {
        Matcher shortForm = SHORT_FORM.matcher(sentence);
        if (shortForm.find()) return Optional.of("What is " + shortForm.group("short") + "?");
        Matcher says = SAYS.matcher(sentence);
        if (!says.find()) return Optional.empty();
        List<Names.Name> names = Names.in(sentence, article.text().value());
        Optional<Names.Name> speaker = names.stream().filter(name -> name.end() <= says.start() && says.start() - name.end() < REACH && Names.isPerson(name.text(), article.text().value()))
                .reduce((first, second) -> second);
        Optional<Names.Name> about = names.stream().filter(name -> name.start() > says.end() && isTopic(name.text(), article)).findFirst();
        if (speaker.isEmpty() || about.isEmpty() || speaker.get().text().contains(about.get().text())) return Optional.empty();
        String before = sentence.substring(0, about.get().start()).replaceFirst("(?s).*\\b((the|an|a) [“\"]?)$", "$1");
        return Optional.of("What did " + speaker.get().text() + " say about " + (before.length() < 7 ? before : "") + about.get().text() + "?");
    }

    /** Something the article is about: among its topics or in its title. */
    private static boolean isTopic(String name, Article article) {
        return article.imprint().topics().contains(name) || Names.in(article.imprint().title(), article.text().value()).stream().anyMatch(in -> in.text().equals(name));
    }
}
