package ibid.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.article.Article;
import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import ibid.read.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An unlimited supply of article files, made of sentences and titles drawn from real text. An article's number is its
 * random seed. Word frequencies are those of real news, but the vocabulary does not grow beyond the real sentences.
 *
 * @param real whether the sentences come from other articles than the starter ones; if not, made-up articles may hold
 *             answers too
 */
record MadeUpNews(List<String> sentences, List<String> titles, boolean real) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CORPUS = Path.of("corpus");
    private static final int PASSAGES_PER_ARTICLE = 10; // mean of the shared news
    private static final int MIN_PASSAGE_WORDS =
            70; // as in ibid.index.Chunker, so that each paragraph becomes one passage
    private static final int MIN_SENTENCE_WORDS = 5;
    private static final int MAX_SENTENCE_WORDS = 60;

    /** Uses the shared news if present, else the starter articles. */
    static MadeUpNews read() throws IOException {
        List<String> sentences = new ArrayList<>(), titles = new ArrayList<>();
        Path news = LabelledSet.DATA.resolve("news/articles.jsonl");
        boolean real = Files.exists(news);
        if (real) {
            for (String line : Files.readAllLines(news)) {
                add(
                        new Text(JSON.readTree(line).path("text").asText()),
                        JSON.readTree(line).path("title").asText(),
                        sentences,
                        titles);
            }
        } else {
            for (CorpusFile file : new CorpusFolder(CORPUS).files()) {
                if (new CorpusReader().read(file) instanceof ReadResult.Success<Article>(Article article)) {
                    add(article.text(), article.imprint().title(), sentences, titles);
                }
            }
        }
        return new MadeUpNews(List.copyOf(sentences), List.copyOf(titles), real);
    }

    private static void add(Text text, String title, List<String> sentences, List<String> titles) {
        titles.add(title);
        for (String block : text.value().split("\\n+")) {
            Text line = new Text(block);
            for (Span place : Sentences.in(line, new Span(0, line.length()))) {
                String sentence = line.slice(place)
                        .replaceAll("^[#>*\\-\\s\\d.]+(?=\\s)", "")
                        .strip(); // removes what Markdown reads as a list or a heading
                int words = sentence.split("\\s+").length;
                if (words >= MIN_SENTENCE_WORDS && words <= MAX_SENTENCE_WORDS) {
                    sentences.add(sentence);
                }
            }
        }
    }

    /** Copies the starter articles to the folder. */
    static void own(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (CorpusFile file : new CorpusFolder(CORPUS).files()) {
            Files.copy(file.path(), folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes about that many passages, with a thousand articles per folder. */
    void write(Path folder, int passages) throws IOException {
        write(folder, passages / PASSAGES_PER_ARTICLE, PASSAGES_PER_ARTICLE);
    }

    void write(Path folder, int articles, int passagesEach) throws IOException {
        for (int number = 0; number < articles; number++) {
            Path file = folder.resolve("made-up-" + number / 1000).resolve("article-" + number + ".md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, article(number, passagesEach));
        }
    }

    String article(int number) {
        return article(number, PASSAGES_PER_ARTICLE);
    }

    private String article(int number, int passages) {
        Random random = new Random(number);
        StringBuilder article = new StringBuilder("---\ntitle: ")
                .append(quoted(titles.get(random.nextInt(titles.size()))))
                .append("\npublisher: \"Paper ")
                .append(number % 40)
                .append("\"\npublished: ")
                .append(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000)))
                .append("\n---\n");
        for (int passage = 0; passage < passages; passage++) {
            article.append('\n');
            for (int words = 0; words < MIN_PASSAGE_WORDS; ) {
                String sentence = sentences.get(random.nextInt(sentences.size()));
                article.append(sentence).append(' ');
                words += sentence.split("\\s+").length;
            }
            article.append('\n');
        }
        return article.toString();
    }

    private static String quoted(String title) {
        return "\"" + title.replace("\\", "").replace("\"", "'") + "\"";
    }
}
