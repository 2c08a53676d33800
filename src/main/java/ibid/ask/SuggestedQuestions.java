package ibid.ask;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.answer.extract.ExtractiveWriter;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.ask.QuestionGenerator.Idea;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.library.FileState;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Questions the articles can answer, kept only if asking them gives an answer that quotes the very sentence they were
 * made from. Threads may share it.
 */
public final class SuggestedQuestions {

    private static final int MOST_ARTICLES = 200;
    private static final int MOST_TRIED = 60;
    private static final int ENOUGH = 20;
    private static final int NAMES = 5; // of an article that a draft of questions asks about

    private final Retriever retriever;
    private final ExtractiveWriter writer;
    private final PassageIndex index;
    private volatile Found found = new Found("", List.of(), List.of());

    /** @param ideas those that were tried and answered */
    private record Found(String generation, List<String> questions, List<Idea> ideas) {}

    public SuggestedQuestions(Retriever retriever, ExtractiveWriter writer, PassageIndex index) {
        this.retriever = retriever;
        this.writer = writer;
        this.index = index;
    }

    /**
     * At most that many, on the articles of a ranking where there are such; of those found so far, without looking for
     * more.
     */
    public List<String> near(Ranking ranking, int most) {
        List<ArticleId> articles = ranking.hits().stream()
                .map(hit -> hit.article().id())
                .distinct()
                .toList();
        return found.ideas().stream()
                .sorted(Comparator.comparingInt(
                        idea -> articles.contains(idea.article().id())
                                ? articles.indexOf(idea.article().id())
                                : articles.size()))
                .map(Idea::question)
                .limit(most)
                .toList();
    }

    /**
     * At most that many, from different articles where there are enough; the first call for a generation takes a
     * moment.
     */
    public List<String> some(int most) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            if (!found.generation().equals(snapshot.generation())) find(snapshot);
        }
        return found.questions().stream().limit(most).toList();
    }

    /**
     * A question made from an article, whether or not it is answered.
     *
     * @param sentence of the article, to the letter: the one it was made from; empty where it was made from a name or
     *                 the title
     */
    public record Proposed(String question, String article, String sentence) {}

    /**
     * At most that many, no two alike: those made from sentences first, then on names that articles mention, and where
     * there is neither on titles. Nobody has tried them.
     */
    public List<Proposed> proposed(int most) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            Map<String, Proposed> proposed = new LinkedHashMap<>();
            List<Article> articles = articles(snapshot);
            for (Idea idea : ideas(articles))
                proposed.putIfAbsent(
                        idea.question(),
                        new Proposed(
                                idea.question(),
                                idea.article().id().value(),
                                idea.article().text().slice(idea.sentence())));
            for (Article article : articles) {
                List<String> names = QuestionGenerator.mentioned(article, NAMES);
                for (String name : names.isEmpty() ? List.of(article.imprint().title()) : names)
                    proposed.putIfAbsent(
                            about(name), new Proposed(about(name), article.id().value(), ""));
            }
            return proposed.values().stream().limit(most).toList();
        }
    }

    private static String about(String name) {
        return "What do the articles say about " + (name.matches("United .*|Philippines|Quad") ? "the " : "") + name
                + "?";
    }

    private synchronized void find(IndexSnapshot snapshot) {
        if (found.generation().equals(snapshot.generation())) return;
        List<Article> articles = articles(snapshot);
        Map<String, Idea> narrow = new LinkedHashMap<>();
        List<Idea> ideas = ideas(articles);
        for (Idea idea : ideas.subList(0, Math.min(MOST_TRIED, ideas.size()))) {
            if (narrow.size() < ENOUGH && !narrow.containsKey(idea.question()) && answers(idea))
                narrow.put(idea.question(), idea);
        }
        List<String> wide = QuestionGenerator.shared(articles, MOST_TRIED / 4).stream()
                .map(SuggestedQuestions::about)
                .filter(question -> draft(question) instanceof Draft.Written)
                .limit(ENOUGH / 2)
                .toList();
        found = new Found(
                snapshot.generation(), inTurns(List.copyOf(narrow.keySet()), wide), List.copyOf(narrow.values()));
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
        return draft(idea.question()) instanceof Draft.Written written
                && written.sentences().stream()
                        .limit(2)
                        .flatMap(sentence -> sentence.citations().stream())
                        .anyMatch(citation -> citation.hit()
                                        .article()
                                        .id()
                                        .equals(idea.article().id())
                                && citation.quote().overlaps(idea.sentence()));
    }

    private Draft draft(String question) {
        int depth = AnswerShape.of(question).depth();
        return writer.draft(retriever.retrieve(new Query(question), depth));
    }

    /**
     * At most so many as a look takes a moment, in an order that changes with the collection only; the others are not
     * even loaded.
     */
    private static List<Article> articles(IndexSnapshot snapshot) {
        List<String> ids = new ArrayList<>(snapshot.files().values().stream()
                .map(FileState::article)
                .filter(id -> !id.isEmpty())
                .sorted()
                .toList());
        Collections.shuffle(ids, new Random(snapshot.generation().hashCode()));
        return ids.stream()
                .limit(MOST_ARTICLES)
                .flatMap(id -> snapshot.article(new ArticleId(id)).stream())
                .toList();
    }

    /** One idea of each article, then the second of each, and so on. */
    private static List<Idea> ideas(List<Article> articles) {
        Map<Idea, Integer> turns = new LinkedHashMap<>();
        for (Article article : articles) {
            int turn = 0;
            for (Idea idea : QuestionGenerator.of(article)) turns.put(idea, turn++);
        }
        return turns.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
