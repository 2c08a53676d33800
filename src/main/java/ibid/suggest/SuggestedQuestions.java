package ibid.suggest;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.extract.ExtractiveWriter;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.library.FileState;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.suggest.QuestionGenerator.Idea;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Questions that the articles can answer. A question is kept only if its answer quotes the sentence it was generated
 * from. Threads may share it.
 */
public final class SuggestedQuestions {

    private static final int MAX_ARTICLES = 200;
    private static final int MAX_TRIED = 60;
    private static final int MAX_TRIED_NEAR = 3; // a reader waits for the refusal, and each is read by the ranker
    private static final int MAX_KEPT = 20;
    private static final int MAX_SENTENCES_READ = 2;
    private static final Set<String> TAKE_ARTICLE = Set.of("Philippines", "Quad");
    private static final int MAX_NAMES = 5; // per article, for proposed questions

    private final Retriever retriever;
    private final ExtractiveWriter writer;
    private final PassageIndex index;
    private volatile Found found = new Found("", List.of());

    /** Which questions are answered in a generation: a search that is cut off on a busy machine goes on from here. */
    private final Map<String, Boolean> tried = new HashMap<>();

    private String triedGeneration = "";

    private record Found(String generation, List<String> questions) {}

    public SuggestedQuestions(Retriever retriever, ExtractiveWriter writer, PassageIndex index) {
        this.retriever = retriever;
        this.writer = writer;
        this.index = index;
    }

    /**
     * At most this many near the question of a ranking that its passages answer: made from their sentences, then about
     * the names in them. Where they share nothing with it, some of those found so far.
     */
    public List<String> nearest(Ranking ranking, int max) {
        NearQuestions near = new NearQuestions(ranking);
        List<String> answered = new ArrayList<>();
        for (Idea idea : near.ideas().stream().limit(MAX_TRIED_NEAR).toList()) {
            if (answered.size() < max && answers(idea)) {
                answered.add(idea.question());
            }
        }
        for (String name : near.names().stream().limit(max).toList()) {
            String question = about(name);
            if (answered.size() < max && draft(question) instanceof Draft.Written) {
                answered.add(question);
            }
        }
        return answered.isEmpty() ? anyOf(found.questions(), ranking.query().text(), max) : answered;
    }

    /** Others for other questions. */
    private static List<String> anyOf(List<String> questions, String asked, int max) {
        List<String> turned = new ArrayList<>(questions);
        Collections.rotate(turned, asked.hashCode());
        return turned.stream().limit(max).toList();
    }

    /** At most this many, at once: those that take a moment to find are left out until somebody has asked for them. */
    public List<String> offered(int max) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            boolean isFound = found.generation().equals(snapshot.generation());
            List<String> questions = isFound ? found.questions() : wideQuestions(articles(snapshot), max);
            return questions.stream().limit(max).toList();
        }
    }

    /** At most this many, from different articles if possible. The first call for a generation takes a moment. */
    public List<String> sample(int max) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            if (!found.generation().equals(snapshot.generation())) {
                find(snapshot);
            }
        }
        return found.questions().stream().limit(max).toList();
    }

    /**
     * A question generated from an article; it may have no answer.
     *
     * @param sentence the article's exact sentence it was generated from; empty if it was generated from a name or the
     *     title
     */
    public record Proposed(String question, String article, String sentence) {}

    /**
     * At most this many different questions: first from sentences, then about names that articles mention, and from
     * titles if there is neither. They have not been tried.
     */
    public List<Proposed> proposed(int max) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            List<Article> articles = articles(snapshot);
            Map<String, Proposed> proposed = new LinkedHashMap<>();
            for (Idea idea : ideas(articles)) {
                proposed.putIfAbsent(idea.question(), proposed(idea));
            }
            articles.forEach(article -> addAboutNames(article, proposed));
            return proposed.values().stream().limit(max).toList();
        }
    }

    private static void addAboutNames(Article article, Map<String, Proposed> proposed) {
        for (String name : names(article)) {
            proposed.putIfAbsent(about(name), proposed(about(name), article));
        }
    }

    private static Proposed proposed(Idea idea) {
        Article article = idea.article();
        return new Proposed(
                idea.question(), article.id().value(), article.text().slice(idea.sentence()));
    }

    private static Proposed proposed(String question, Article article) {
        return new Proposed(question, article.id().value(), "");
    }

    /** The names that it mentions often, or its title. */
    private static List<String> names(Article article) {
        List<String> names = ArticleTopics.mentioned(article, MAX_NAMES);
        return names.isEmpty() ? List.of(article.imprint().title()) : names;
    }

    private static String about(String name) {
        boolean takesArticle = name.startsWith("United ") || TAKE_ARTICLE.contains(name);
        return "What do the articles say about " + (takesArticle ? "the " : "") + name + "?";
    }

    private synchronized void find(IndexSnapshot snapshot) {
        if (found.generation().equals(snapshot.generation())) {
            return;
        }
        if (!triedGeneration.equals(snapshot.generation())) {
            tried.clear();
            triedGeneration = snapshot.generation();
        }
        List<Article> articles = articles(snapshot);
        Map<String, Idea> narrow = answered(ideas(articles));
        List<String> questions = inTurns(List.copyOf(narrow.keySet()), wideQuestions(articles, MAX_KEPT / 2));
        found = new Found(snapshot.generation(), questions);
    }

    private List<String> wideQuestions(List<Article> articles, int max) {
        return ArticleTopics.shared(articles, MAX_TRIED / 4).stream()
                .map(SuggestedQuestions::about)
                .filter(question -> draft(question) instanceof Draft.Written)
                .limit(max)
                .toList();
    }

    /** The ideas that are answered, by question. */
    private Map<String, Idea> answered(List<Idea> ideas) {
        Map<String, Idea> answered = new LinkedHashMap<>();
        for (Idea idea : ideas.subList(0, Math.min(MAX_TRIED, ideas.size()))) {
            if (answered.size() == MAX_KEPT) {
                break;
            }
            if (!answered.containsKey(idea.question()) && hasBeenAnswered(idea)) {
                answered.put(idea.question(), idea);
            }
        }
        return answered;
    }

    private boolean hasBeenAnswered(Idea idea) {
        Boolean known = tried.get(idea.question());
        if (known == null) {
            known = answers(idea); // not inside computeIfAbsent: it may be interrupted
            tried.put(idea.question(), known);
        }
        return known;
    }

    private static List<String> inTurns(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
            if (i < some.size()) {
                all.add(some.get(i));
            }
            if (i < others.size()) {
                all.add(others.get(i));
            }
        }
        return List.copyOf(all);
    }

    /** Whether one of the first sentences of its draft quotes the sentence it was generated from. */
    private boolean answers(Idea idea) {
        if (!(draft(idea.question()) instanceof Draft.Written written)) {
            return false;
        }
        return written.sentences().stream()
                .limit(MAX_SENTENCES_READ)
                .flatMap(sentence -> sentence.citations().stream())
                .anyMatch(citation -> quotes(citation, idea));
    }

    private static boolean quotes(Citation citation, Idea idea) {
        boolean isSameArticle =
                citation.hit().article().id().equals(idea.article().id());
        return isSameArticle && citation.quote().overlaps(idea.sentence());
    }

    private Draft draft(String question) {
        int depth = AnswerShape.of(question).depth();
        return writer.draft(retriever.retrieve(new Query(question), depth));
    }

    /**
     * A limited number of articles, in an order that changes only with the collection, so that this takes a moment. The
     * others are not loaded.
     */
    private static List<Article> articles(IndexSnapshot snapshot) {
        List<String> ids = new ArrayList<>(sortedIds(snapshot));
        Collections.shuffle(ids, new Random(snapshot.generation().hashCode()));
        return ids.stream()
                .limit(MAX_ARTICLES)
                .flatMap(id -> snapshot.article(new ArticleId(id)).stream())
                .toList();
    }

    private static List<String> sortedIds(IndexSnapshot snapshot) {
        return snapshot.files().values().stream()
                .map(FileState::article)
                .filter(id -> !id.isEmpty())
                .sorted()
                .toList();
    }

    /** Interleaves the articles: the first idea of each, then the second of each, and so on. */
    private static List<Idea> ideas(List<Article> articles) {
        Map<Idea, Integer> turns = new LinkedHashMap<>();
        for (Article article : articles) {
            int turn = 0;
            for (Idea idea : QuestionGenerator.of(article)) {
                turns.put(idea, turn++);
            }
        }
        return turns.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
