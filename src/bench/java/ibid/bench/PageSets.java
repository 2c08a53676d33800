package ibid.bench;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ibid.article.Article;
import ibid.article.Imprint;
import ibid.article.Note;
import ibid.read.ArticleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;

/**
 * Main text and dates of other projects' test pages, as Ibid reads them. The pages are not part of the project: name the
 * folder of a checkout.
 *
 * <pre>
 * labelled FOLDER      article-extraction-benchmark: 4-grams
 * readability FOLDER   mozilla/readability, test/test-pages: tokens
 * trafilatura FOLDER   adbar/trafilatura, tests: wanted and unwanted snippets
 * htmldate FOLDER      adbar/htmldate, tests: day of publication
 * </pre>
 */
final class PageSets {

    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final JsonMapper WITH_NAN = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final ArticleReader READER = new ArticleReader();

    private record Score(String page, double precision, double recall) {

        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private PageSets() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "labelled" -> labelled(folder);
            case "readability" -> readability(folder);
            case "trafilatura" -> trafilatura(folder);
            case "htmldate" -> htmldate(folder);
            default -> throw new IllegalArgumentException("no set " + args[0]);
        }
    }

    private static void labelled(Path folder) throws IOException {
        List<Score> scores = new ArrayList<>();
        for (Map.Entry<String, JsonNode> page : JsonLines.JSON
                .readTree(folder.resolve("ground-truth.json").toFile())
                .properties()) {
            Path file = folder.resolve("html").resolve(page.getKey() + ".html.gz");
            try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
                String gold = page.getValue().path("articleBody").asText();
                scores.add(score(page.getKey(), text(packed.readAllBytes(), false), gold, 4));
            }
        }
        print("4-grams", scores);
    }

    private static void readability(Path folder) throws IOException {
        List<Score> scores = new ArrayList<>();
        for (Path page : list(folder)) {
            String gold =
                    Jsoup.parse(Files.readString(page.resolve("expected.html"))).text();
            scores.add(score(
                    page.getFileName().toString(),
                    text(Files.readAllBytes(page.resolve("source.html")), true),
                    gold,
                    1));
        }
        print("tokens, with notes", scores);
    }

    private static void print(String measure, List<Score> scores) {
        scores.sort((one, other) -> Double.compare(one.f1(), other.f1()));
        scores.stream()
                .limit(25)
                .forEach(score -> System.out.printf(
                        "%.3f  P %.3f R %.3f  %s%n", score.f1(), score.precision(), score.recall(), score.page()));
        double precision =
                scores.stream().mapToDouble(Score::precision).average().orElseThrow();
        double recall = scores.stream().mapToDouble(Score::recall).average().orElseThrow();
        System.out.printf(
                "%d pages by %s: precision %.3f, recall %.3f, F1 %.3f; mean of the pages' F1 %.3f; %d below .5%n",
                scores.size(),
                measure,
                precision,
                recall,
                2 * precision * recall / (precision + recall),
                scores.stream().mapToDouble(Score::f1).average().orElseThrow(),
                scores.stream().filter(score -> score.f1() < 0.5).count());
    }

    private static void trafilatura(Path folder) throws IOException {
        int wanted = 0, found = 0, unwanted = 0, kept = 0, without = 0, pages = 0;
        for (JsonNode page :
                JsonLines.JSON.readTree(folder.resolve("evaldata.json").toFile())) {
            Optional<Path> file = file(folder, page.path("file").asText());
            if (file.isEmpty()) {
                continue;
            }
            pages++;
            String text = plain(text(Files.readAllBytes(file.get()), false));
            int own = count(page.path("with"), text);
            int others = count(page.path("without"), text);
            wanted += page.path("with").size();
            unwanted += page.path("without").size();
            found += own;
            kept += others;
            without += own == 0 ? 1 : 0;
            if (own == 0 || others > 1) {
                System.out.printf(
                        "%d of %d, unwanted %d: %s%n", own, page.path("with").size(), others, file.get());
            }
        }
        double precision = (double) found / (found + kept), recall = (double) found / wanted;
        System.out.printf(
                "%d pages: precision %.3f, recall %.3f, F1 %.3f; %d without any wanted text; unwanted %d of %d%n",
                pages, precision, recall, 2 * precision * recall / (precision + recall), without, kept, unwanted);
    }

    private static Optional<Path> file(Path folder, String name) {
        return Stream.of("cache", "eval", "test_set")
                .map(under -> folder.resolve(under).resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static int count(JsonNode snippets, String text) {
        int found = 0;
        for (JsonNode snippet : snippets) {
            found += text.contains(plain(snippet.asText())) ? 1 : 0;
        }
        return found;
    }

    private static String plain(String text) {
        return text.replace("\u00AD", "").replaceAll("\\s+", " ").strip(); // without hyphens that are not shown
    }

    private static void htmldate(Path folder) throws IOException {
        for (String set : List.of("eval_default", "eval_mediacloud_2020")) {
            int right = 0, wrong = 0, none = 0;
            for (Map.Entry<String, JsonNode> page :
                    WITH_NAN.readTree(folder.resolve(set + ".json").toFile()).properties()) {
                Optional<Path> file = file(folder, page.getValue().path("file").asText());
                if (file.isEmpty()) {
                    System.out.println("no file " + page.getValue());
                    continue;
                }
                String stated = page.getValue().path("date").asText();
                String gold = stated.equals("NaN") ? "" : stated;
                Optional<Article> article = article(Files.readAllBytes(file.get()));
                String found =
                        article.map(Article::imprint).map(Imprint::published).orElse("");
                right += found.equals(gold) ? 1 : 0;
                none += found.isEmpty() && !gold.isEmpty() ? 1 : 0;
                wrong += !found.isEmpty() && !found.equals(gold) ? 1 : 0;
                if (!found.equals(gold)) {
                    String from = article.map(one ->
                                    one.annotations().metadata().provenance().get("published"))
                            .orElse(article.isEmpty() ? "skipped" : "");
                    System.out.printf("%s, found %s (%s): %s %s%n", gold, found, from, file.get(), page.getKey());
                }
            }
            System.out.printf("%s: right %d, wrong %d, none %d%n", set, right, wrong, none);
        }
    }

    private static String text(byte[] page, boolean withNotes) {
        StringBuilder text = new StringBuilder();
        article(page).ifPresent(article -> {
            text.append(article.text().value());
            for (Note note : withNotes ? article.annotations().notes() : List.<Note>of()) {
                text.append('\n').append(note.text());
            }
        });
        return text.toString();
    }

    private static Optional<Article> article(byte[] page) {
        return READER.parse("page.html", page)
                .thenTry(parsed -> READER.typeset(parsed, Set.of()))
                .toOptional();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Score score(String page, String found, String gold, int length) {
        Map<List<String>, Integer> there = grams(gold, length), here = grams(found, length);
        double common = 0, foundGrams = 0, goldGrams = 0;
        for (Map.Entry<List<String>, Integer> gram : here.entrySet()) {
            common += Math.min(gram.getValue(), there.getOrDefault(gram.getKey(), 0));
            foundGrams += gram.getValue();
        }
        for (int count : there.values()) {
            goldGrams += count;
        }
        return new Score(page, foundGrams == 0 ? 0 : common / foundGrams, goldGrams == 0 ? 1 : common / goldGrams);
    }

    private static Map<List<String>, Integer> grams(String text, int length) {
        List<String> words =
                WORD.matcher(text).results().map(word -> word.group()).toList();
        Map<List<String>, Integer> grams = new HashMap<>();
        for (int at = 0; at < Math.max(1, words.size() - length + 1); at++) {
            grams.merge(words.subList(at, Math.min(words.size(), at + length)), 1, Integer::sum);
        }
        return grams;
    }
}
