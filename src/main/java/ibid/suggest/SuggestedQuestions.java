package ibid.suggest;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.extract.ExtractiveWriter;
import ibid.article.Article;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.suggest.QuestionGenerator.Idea;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Questions that the articles can answer. A question is kept only if its answer quotes the sentence it was generated
 * from. Threads may share it.
 */
public final class SuggestedQuestions {

    private static final int MAX_TRIED = 60;
    private static final int MAX_TOPICS = 15;
    private static final int MAX_TRIED_NEAR = 3; // a reader waits for the refusal, and each is read by the ranker
    private static final int MAX_KEPT = 20;
    private static final int MAX_SENTENCES_READ = 2;
    private static final Set<String> TAKE_ARTICLE = Set.of("Philippines", "Quad");
    private static final Duration PATIENCE = Duration.ofSeconds(4); // of a reader of the start page
    private static final int MAX_NAMES = 5; // per article, for proposed questions

    private final Retriever retriever;
    private final ExtractiveWriter writer;
    private final PassageIndex index;
    private final LongSupplier nanos;
    private final ShapedQuestions shaped;
    private final ReentrantLock search = new ReentrantLock();
    private final TriedQuestions tried = new TriedQuestions();
    private volatile Found found = new Found("", List.of(), false);

    private record Found(String generation, List<String> questions, boolean isWhole) {

        boolean isWholeOf(IndexSnapshot snapshot) {
            return isWhole && generation.equals(snapshot.generation());
        }
    }

    public SuggestedQuestions(Retriever retriever, ExtractiveWriter writer, PassageIndex index) {
        this(retriever, writer, index, System::nanoTime);
    }

    SuggestedQuestions(Retriever retriever, ExtractiveWriter writer, PassageIndex index, LongSupplier nanos) {
        this.retriever = retriever;
        this.writer = writer;
        this.index = index;
        this.nanos = nanos;
        this.shaped = new ShapedQuestions(retriever, writer);
    }

    /**
     * At most this many near the question of a ranking that its passages answer: made from their sentences, then about
     * the names in them. Where they share nothing with it, some of those that are offered.
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
        return answered.isEmpty() ? anyOf(known(max), ranking.query().text(), max) : answered;
    }

    /** Others for other questions. */
    private static List<String> anyOf(List<String> questions, String asked, int max) {
        List<String> turned = new ArrayList<>(questions);
        Collections.rotate(turned, asked.hashCode());
        return turned.stream().limit(max).toList();
    }

    /** At most this many, at once: those that take a moment to find are left out until somebody has asked for them. */
    public List<String> offered(int max) {
        return known(max).stream().limit(max).toList();
    }

    /** All that were found; before that, so many about what several articles mention, however busy the machine is. */
    private List<String> known(int max) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return found.isWholeOf(snapshot)
                    ? found.questions()
                    : shared(SampledArticles.of(snapshot))
                            .filter(question -> draft(question) instanceof Draft.Written)
                            .limit(max)
                            .toList();
        }
    }

    /**
     * At most this many, from different articles if possible. The first calls for a generation take a few seconds each
     * and return what is found by then.
     */
    public List<String> sample(int max) {
        long began = nanos.getAsLong();
        try (IndexSnapshot snapshot = index.snapshot()) {
            if (!found.isWholeOf(snapshot) && search.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                find(snapshot, () -> nanos.getAsLong() - began > PATIENCE.toNanos());
            }
            boolean isOld = !found.generation().equals(snapshot.generation());
            return isOld ? List.of() : found.questions().stream().limit(max).toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Whether {@link #sample} has found all that this generation gives. */
    public boolean isComplete() {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return found.isWholeOf(snapshot);
        }
    }

    /**
     * Finds all that {@link #sample} gives, however long it takes.
     *
     * @param turn is waited for before each question is tried
     */
    public void findAll(Runnable turn) {
        search.lock();
        try (IndexSnapshot snapshot = index.snapshot()) {
            find(snapshot, () -> {
                turn.run();
                return false;
            });
        }
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
            List<Article> articles = SampledArticles.of(snapshot);
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
            proposed.putIfAbsent(
                    about(name), new Proposed(about(name), article.id().value(), ""));
        }
    }

    private static Proposed proposed(Idea idea) {
        Article article = idea.article();
        return new Proposed(
                idea.question(), article.id().value(), article.text().slice(idea.sentence()));
    }

    /** The names that it mentions often, or its title. */
    private static List<String> names(Article article) {
        List<String> names = ArticleTopics.mentioned(article, MAX_NAMES);
        return names.isEmpty() ? List.of(article.imprint().title()) : names;
    }

    private static String about(String name) {
        return "What do the articles say about " + named(name) + "?";
    }

    /** With "the", if the name takes it. */
    static String named(String name) {
        boolean takesArticle = name.startsWith("United ") || TAKE_ARTICLE.contains(name);
        return (takesArticle ? "the " : "") + name;
    }

    /** By the thread that holds the lock, which is given back. */
    private void find(IndexSnapshot snapshot, BooleanSupplier isLate) {
        try {
            if (found.isWholeOf(snapshot)) {
                return;
            }
            tried.begin(snapshot.generation(), isLate);
            List<Article> articles = SampledArticles.of(snapshot);
            List<String> narrow = narrowQuestions(ideas(articles));
            List<String> questions = new ArrayList<>(narrow.stream().limit(1).toList());
            questions.addAll(shaped.find(ArticleTopics.shared(articles, MAX_TOPICS), snapshot, tried));
            questions.addAll(inTurns(narrow.stream().skip(1).toList(), wideQuestions(articles)));
            found = new Found(snapshot.generation(), List.copyOf(questions), !tried.isCutOff());
        } finally {
            search.unlock();
        }
    }

    private List<String> wideQuestions(List<Article> articles) {
        return shared(articles)
                .filter(question -> tried.isAnswered(question, () -> draft(question) instanceof Draft.Written))
                .limit(MAX_KEPT / 2)
                .toList();
    }

    /** Questions about what several articles mention. */
    private static Stream<String> shared(List<Article> articles) {
        return ArticleTopics.shared(articles, MAX_TOPICS).stream().map(SuggestedQuestions::about);
    }

    private List<String> narrowQuestions(List<Idea> ideas) {
        return ideas.stream()
                .limit(MAX_TRIED)
                .filter(idea -> tried.isAnswered(idea.question(), () -> answers(idea)))
                .map(Idea::question)
                .distinct()
                .limit(MAX_KEPT)
                .toList();
    }

    private static List<String> inTurns(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
            some.stream().skip(i).limit(1).forEach(all::add);
            others.stream().skip(i).limit(1).forEach(all::add);
        }
        return all;
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
