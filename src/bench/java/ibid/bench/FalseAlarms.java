package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.article.Article;
import ibid.article.HeldBack;
import ibid.language.Span;
import ibid.language.injection.ContactDetail;
import ibid.read.ArticleReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How many sentences of clean articles are held back. */
final class FalseAlarms {

    private final ArticleReader reader = new ArticleReader();
    private int sentences;
    private int suspicious;
    private int contacts;

    private FalseAlarms() {}

    /** @param articles a folder of articles, or a file with a JSON object and its "text" a line */
    static void report(Path articles, int max) throws IOException {
        FalseAlarms alarms = new FalseAlarms();
        for (Article article : alarms.read(articles, max)) {
            alarms.count(article);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: of %d clean sentences %d (%.2f %%) held back, %d more (%.2f %%) unless their address is"
                        + " asked for%n",
                articles.getFileName(),
                alarms.sentences,
                alarms.suspicious,
                100.0 * alarms.suspicious / alarms.sentences,
                alarms.contacts,
                100.0 * alarms.contacts / alarms.sentences);
    }

    private void count(Article article) {
        for (HeldBack held : article.heldBack()) {
            sentences++;
            suspicious++;
            System.out.println("  " + held.reason() + " in " + held.where() + ": " + held.text());
        }
        for (Span span : article.sentences()) {
            String sentence = article.text().slice(span);
            sentences++;
            if (!ContactDetail.in(sentence).isEmpty()) {
                contacts++;
                System.out.println("  " + ContactDetail.in(sentence) + ": " + sentence);
            }
        }
    }

    private List<Article> read(Path articles, int max) throws IOException {
        List<Article> read = new ArrayList<>();
        if (Files.isDirectory(articles)) {
            try (Stream<Path> files = Files.list(articles)) {
                for (Path file : files.sorted().limit(max).toList()) {
                    asRead(file.getFileName().toString(), Files.readAllBytes(file))
                            .ifPresent(read::add);
                }
            }
            return read;
        }
        List<JsonNode> lines = JsonLines.read(articles);
        for (JsonNode line : lines.subList(0, Math.min(max, lines.size()))) {
            String text = line.path("text").asText().replace("\n", "\n\n");
            asRead("article.txt", text.getBytes(StandardCharsets.UTF_8)).ifPresent(read::add);
        }
        return read;
    }

    /** Empty if it is no article. */
    private Optional<Article> asRead(String name, byte[] file) {
        return reader.parse(name, file)
                .toOptional()
                .flatMap(parsed -> reader.typeset(parsed, Set.of()).toOptional());
    }
}
