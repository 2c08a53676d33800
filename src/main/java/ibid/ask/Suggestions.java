package ibid.ask;

import ibid.ask.Ideas.Idea;
import ibid.corpus.Article;
import ibid.index.PassageIndex;
import ibid.index.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Questions the articles can answer, kept only if asking them gives an answer that quotes the very sentence they were made from. Threads may share it. */
public final class Suggestions {

    private static final int MOST_ARTICLES = 200;
    private static final int MOST_TRIED = 80;
    private static final int ENOUGH = 10;

    private final Ask ask;
    private final PassageIndex index;
    private volatile Found found = new Found("", List.of());

    private record Found(String generation, List<String> questions) {}

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
        List<Article> articles = articles(snapshot);
        List<String> narrow = new ArrayList<>();
        List<Idea> ideas = ideas(articles);
        for (Idea idea : ideas.subList(0, Math.min(MOST_TRIED, ideas.size()))) {
            if (narrow.size() < ENOUGH && !narrow.contains(idea.question()) && answers(idea)) narrow.add(idea.question());
        }
        List<String> wide = Ideas.shared(articles, MOST_TRIED / 4).stream().map(name -> "What do the articles say about " + (name.matches("United .*|Philippines|Quad") ? "the " : "") + name + "?")
                .filter(question -> ask.answer(new Asking(question), event -> { }).answer() instanceof Answer.Cited).limit(ENOUGH).toList();
        found = new Found(snapshot.generation(), inTurns(narrow, wide));
    }

    private static List<String> inTurns(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
            if (i < some.size()) all.add(some.get(i));
            if (i < others.size()) all.add(others.get(i));
        }
        return List.copyOf(all);
    }

    private boolean answers(Idea idea) {
        return ask.answer(new Asking(idea.question()), event -> { }).answer() instanceof Answer.Cited cited
                && cited.footnotes().stream().limit(2).anyMatch(note -> note.article().id().equals(idea.article().id()) && note.quote().place().overlaps(idea.sentence()));
    }

    /** At most so many as a look takes a moment, in an order that changes with the collection only. */
    private static List<Article> articles(Snapshot snapshot) {
        List<Article> articles = new ArrayList<>(snapshot.articles());
        articles.sort(Comparator.comparing(article -> article.id().value()));
        Collections.shuffle(articles, new Random(snapshot.generation().hashCode()));
        return articles.subList(0, Math.min(articles.size(), MOST_ARTICLES));
    }

    /** One idea of each article, then the second of each, and so on. */
    private static List<Idea> ideas(List<Article> articles) {
        Map<Idea, Integer> turns = new LinkedHashMap<>();
        for (Article article : articles) {
            int turn = 0;
            for (Idea idea : Ideas.of(article)) turns.put(idea, turn++);
        }
        return turns.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList();
    }
}
