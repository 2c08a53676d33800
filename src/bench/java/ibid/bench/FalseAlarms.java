package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.injection.ContactDetail;
import ibid.language.injection.Suspicion;
import ibid.read.ArticleReader;
import java.io.IOException;
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

    private FalseAlarms() {}

    /** @param articles a folder of articles, or a file with a JSON object and its "text" a line */
    static void report(Path articles, int max) throws IOException {
        int sentences = 0, suspicious = 0, contacts = 0;
        for (String article : texts(articles, max)) {
            Text text = new Text(article);
            for (Span span : sentences(text)) {
                String sentence = text.slice(span);
                sentences++;
                if (Suspicion.of(sentence).isPresent()) {
                    suspicious++;
                    System.out.println("  suspicious " + Suspicion.of(sentence).get() + ": " + sentence);
                } else if (!ContactDetail.in(sentence).isEmpty()) {
                    contacts++;
                    System.out.println("  " + ContactDetail.in(sentence) + ": " + sentence);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: of %d clean sentences %d (%.2f %%) held back, %d more (%.2f %%) unless their address is"
                        + " asked for%n",
                articles.getFileName(),
                sentences,
                suspicious,
                100.0 * suspicious / sentences,
                contacts,
                100.0 * contacts / sentences);
    }

    private static List<Span> sentences(Text text) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (String line : text.value().split("\n", -1)) {
            int end = start + line.codePointCount(0, line.length());
            sentences.addAll(Sentences.in(text, new Span(start, end)));
            start = end + 1;
        }
        return sentences;
    }

    /** The text as Ibid reads it, without head and notes; empty if it is no article. */
    private static Optional<String> asRead(Path file) throws IOException {
        ArticleReader reader = new ArticleReader();
        return reader.parse(file.getFileName().toString(), Files.readAllBytes(file))
                .toOptional()
                .flatMap(parsed -> reader.typeset(parsed, Set.of()).toOptional())
                .map(article -> article.text().value());
    }

    private static List<String> texts(Path articles, int max) throws IOException {
        List<String> texts = new ArrayList<>();
        if (Files.isDirectory(articles)) {
            try (Stream<Path> files = Files.list(articles)) {
                for (Path file : files.sorted().limit(max).toList()) {
                    asRead(file).ifPresent(texts::add);
                }
            }
            return texts;
        }
        for (JsonNode line : JsonLines.read(articles)) {
            if (texts.size() < max) {
                texts.add(line.path("text").asText());
            }
        }
        return texts;
    }
}
