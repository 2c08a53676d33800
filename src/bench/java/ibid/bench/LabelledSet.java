package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.article.ArticleId;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.model.onnx.OnnxEmbedder;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.RuleQueryRewriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A labelled question set, converted to a corpus folder and questions about it, so that it passes the same reading,
 * chunking, indexing and search that users get. The data are in the shared folder.
 *
 * @param folder    its articles, as Markdown
 * @param questions the questions about the articles
 */
record LabelledSet(String name, Path folder, List<Labelled> questions) {

    static final Path DATA = Path.of("../shared/data");
    private static final Set<String> HELD_OUT =
            Set.of("Huguenot", "European Union law", "Packet switching"); // held_title in src/train/windows.py
    private static final int NEWS_EVERY = Integer.getInteger("news.every", 1);
    private static final Path WORK = Path.of("target/bench");

    /**
     * @param group   questions of one group are all used either for fitting or for measuring
     * @param gold    the articles with the answer; for an unanswerable question, those it was written for
     * @param answers an answering sentence contains one of these; empty if the question has no answer
     */
    record Labelled(String id, String group, String question, Set<ArticleId> gold, List<String> answers) {

        boolean answerable() {
            return !answers.isEmpty();
        }

        /** Whether a sentence of that article answers, judged by the answer strings. */
        boolean answeredBy(ArticleId article, String sentence) {
            String plain = plain(sentence);
            return gold.contains(article)
                    && answers.stream()
                            .map(Labelled::plain)
                            .anyMatch(answer -> plain.contains(answer) || answer.contains(plain));
        }

        private static String plain(String text) {
            return " "
                    + text.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N}$£€%]+", " ")
                            .strip() + " ";
        }
    }

    /** The named sets in this order, or all if none is named. */
    static List<LabelledSet> named(String... names) throws IOException {
        List<String> wanted = new ArrayList<>(List.of(names));
        wanted.retainAll(List.of("own", "news", "clapnq", "squad-held", "mtrag"));
        List<LabelledSet> sets = new ArrayList<>();
        if (wanted.isEmpty() || wanted.contains("own")) {
            sets.add(own());
        }
        if (wanted.isEmpty() || wanted.contains("news")) {
            sets.add(news());
        }
        if (wanted.isEmpty() || wanted.contains("clapnq")) {
            sets.add(clapnq());
        }
        if (wanted.isEmpty() || wanted.contains("squad-held")) {
            sets.add(squad());
        }
        if (wanted.isEmpty() || wanted.contains("mtrag")) {
            sets.add(mtrag());
        }
        return sets;
    }

    /**
     * The project's own questions that follow no other, on the starter articles: a sentence answers if it contains a
     * nugget's words or they contain it.
     */
    static LabelledSet own() throws IOException {
        TestCollection collection = TestCollection.read(Path.of("eval"))
                .filter(topic -> topic.split().equals("seen"));
        List<Labelled> questions = new ArrayList<>();
        for (Topic topic : collection.topics()) {
            if (!topic.follows().isEmpty()) {
                continue;
            }
            List<Nugget.Evidence> evidence = collection.nuggets(topic.id()).stream()
                    .flatMap(nugget -> nugget.evidence().stream())
                    .toList();
            Set<ArticleId> gold = new HashSet<>();
            evidence.forEach(one -> gold.add(new ArticleId(one.article())));
            questions.add(new Labelled(
                    topic.id(),
                    topic.id(),
                    topic.question(),
                    gold,
                    evidence.stream().map(Nugget.Evidence::exact).toList()));
        }
        return new LabelledSet("own", Path.of("corpus"), questions);
    }

    /** Whether its labels name the answering sentence, and not only the text. */
    boolean tellsSentences() {
        return !name.equals("mtrag");
    }

    /**
     * SQuAD 2.0, the articles that the reader was not trained on: each paragraph is an article; about half of the
     * questions have no answer.
     */
    static LabelledSet squad() throws IOException {
        Path folder = folder("squad-held");
        Map<String, ArticleId> paragraphs = new HashMap<>();
        List<Labelled> questions = new ArrayList<>();
        for (JsonNode row : JsonLines.read(DATA.resolve("answerability/squad2.jsonl"))) {
            String text = row.path("context").asText(),
                    title = row.path("title").asText().replace('_', ' ');
            if (!HELD_OUT.contains(title)) {
                continue;
            }
            ArticleId id = paragraphs.computeIfAbsent(text, new_ -> new ArticleId("p" + paragraphs.size()));
            write(folder, id, title, text);
            questions.add(new Labelled(
                    row.path("id").asText(),
                    title,
                    row.path("question").asText(),
                    Set.of(id),
                    row.path("impossible").asBoolean() ? List.of() : strings(row.path("answers"))));
        }
        return new LabelledSet("squad-held", folder, questions);
    }

    /** CLAP NQ: real questions with one passage each; the sentences that people selected answer. */
    static LabelledSet clapnq() throws IOException {
        Path folder = folder("clapnq");
        List<Labelled> questions = new ArrayList<>();
        for (JsonNode row : JsonLines.read(DATA.resolve("answerability/clapnq.jsonl"))) {
            ArticleId id = new ArticleId("p" + questions.size());
            JsonNode passage = row.path("passages").path(0);
            write(
                    folder,
                    id,
                    passage.path("title").asText(),
                    detokenised(passage.path("text").asText()));
            Set<String> selected = new HashSet<>();
            row.path("output")
                    .forEach(output -> strings(output.path("selected_sentences"))
                            .forEach(sentence -> selected.add(detokenised(sentence))));
            selected.removeIf(String::isBlank);
            questions.add(new Labelled(
                    row.path("id").asText(),
                    row.path("id").asText(),
                    row.path("input").asText(),
                    Set.of(id),
                    List.copyOf(selected)));
        }
        return new LabelledSet("clapnq", folder, questions);
    }

    /**
     * MTRAG: the last question of each conversation in its stand-alone form, with the texts of all conversations. Every
     * sentence of a marked text counts as answering.
     */
    static LabelledSet mtrag() throws IOException {
        Path folder = folder("mtrag");
        Map<String, ArticleId> texts = new HashMap<>();
        List<Labelled> questions = new ArrayList<>();
        for (JsonNode row : JsonLines.read(DATA.resolve("answerability/mtrag.jsonl"))) {
            String kind = row.path("answerability").path(0).asText();
            Set<ArticleId> gold = new HashSet<>();
            List<String> marked = new ArrayList<>();
            for (JsonNode context : row.path("contexts")) {
                String text = detokenised(context.path("text").asText());
                ArticleId id = texts.computeIfAbsent(text, new_ -> new ArticleId("p" + texts.size()));
                write(folder, id, context.path("title").asText(), text);
                gold.add(id);
                marked.add(text);
            }
            if (kind.equals("ANSWERABLE") || kind.equals("UNANSWERABLE")) {
                questions.add(new Labelled(
                        row.path("task_id").asText(),
                        row.path("conversation_id").asText(),
                        standAlone(row.path("input")),
                        gold,
                        kind.equals("ANSWERABLE") ? marked : List.of()));
            }
        }
        return new LabelledSet("mtrag", folder, questions);
    }

    private static String standAlone(JsonNode said) {
        List<EarlierTurn> earlier = new ArrayList<>();
        String asked = "";
        for (JsonNode one : said) {
            String text = one.path("text").asText().strip();
            if (one.path("speaker").asText().equals("user")) {
                asked = new RuleQueryRewriter().rewrite(text, earlier).text();
            } else {
                earlier.add(new EarlierTurn(asked, asked, text));
            }
        }
        return asked;
    }

    /**
     * Quiz questions of news desks on real articles. The property {@code news.every} takes only each n-th of the
     * articles that no question is about, to fit sooner; what is measured so holds for that smaller collection.
     */
    static LabelledSet news() throws IOException {
        Path folder = folder("news");
        Set<String> asked = new HashSet<>();
        for (JsonNode row : JsonLines.read(DATA.resolve("news/questions.jsonl"))) {
            row.path("gold_article_ids").forEach(id -> asked.add(id.asText()));
        }
        int at = 0;
        for (JsonNode row : JsonLines.read(DATA.resolve("news/articles.jsonl"))) {
            String id = row.path("id").asText();
            if (!asked.contains(id) && at++ % NEWS_EVERY != 0) {
                continue;
            }
            write(
                    folder,
                    new ArticleId(id),
                    row.path("title").asText(),
                    row.path("text").asText());
        }
        List<Labelled> questions = new ArrayList<>();
        for (JsonNode row : JsonLines.read(DATA.resolve("news/questions.jsonl"))) {
            Set<ArticleId> gold = new HashSet<>();
            row.path("gold_article_ids").forEach(id -> gold.add(new ArticleId(id.asText())));
            questions.add(new Labelled(
                    row.path("id").asText(),
                    row.path("id").asText(),
                    row.path("question").asText(),
                    gold,
                    strings(row.path("answer"))));
        }
        return new LabelledSet("news", folder, questions);
    }

    /** Its index, built by the first call; vectors are cached, so later calls are fast. */
    PassageIndex index(OnnxEmbedder embedder) {
        Path data = WORK.resolve(name);
        try (Catalogue catalogue = new Catalogue(data.resolve("catalogue.sqlite"))) {
            PassageIndex index = new PassageIndex(data.resolve("index"), catalogue);
            VectorStore vectors = new VectorStore(
                    catalogue, embedder.id(), embedder.description().dimension(), embedder.passages()::embedPassage);
            new Indexer(new CorpusFolder(folder), index, vectors).run(false, (done, total, what) -> {});
            return index;
        }
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(WORK.resolve(name + "-articles"));
    }

    private static void write(Path folder, ArticleId id, String title, String text) throws IOException {
        Path file = folder.resolve(id.value() + ".md");
        if (!Files.exists(file)) {
            Files.writeString(file, "---\ntitle: " + JsonLines.JSON.writeValueAsString(title) + "\n---\n\n" + text);
        }
    }

    /** Undoes the spaces of a tokeniser: "Near a river , the" becomes "Near a river, the". */
    private static String detokenised(String text) {
        return text.replaceAll(" ([,.;:!?)’%])", "$1")
                .replaceAll("\\( ", "(")
                .replaceAll(" ('s|n't|'re|'ve|'ll|'d)\\b", "$1")
                .replaceAll("`` | ''", "\"")
                .strip();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.asText()));
        return strings.stream().distinct().toList();
    }
}
