package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.library.FileFingerprint;
import ibid.library.RecurringLines;
import ibid.read.ArticleReader;
import ibid.read.ParsedFile;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.LineHashes;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Saved web archives of outlets: articles set in pages with furniture that was made up, in three styles of HTML. Says
 * how much of the furniture is left in the articles, with few and with all pages of an outlet, and which of the articles'
 * own paragraphs are lost.
 *
 * <pre>ARTICLES.jsonl FILES_OF_EACH_OUTLET...</pre>
 *
 * A line has {@code title}, {@code text} (paragraphs between empty lines), {@code publish_date} and {@code authors}.
 */
final class OutletArchive {

    private static final ArticleReader READER = new ArticleReader();
    private static final int MAX_SHOWN = 12;
    private static final int MIN_SHOWN_CHARS = 80; // shorter ones are labels and names

    private record Page(ArchivePage made, ParsedFile file) {}

    private OutletArchive() {}

    public static void main(String[] args) throws IOException {
        List<JsonNode> articles = JsonLines.read(Path.of(args[0]));
        List<Page> pages = IntStream.range(0, articles.size())
                .parallel()
                .mapToObj(number -> page(articles, number))
                .toList();
        for (String files : List.of(args).subList(1, args.length)) {
            for (ArchivePage.Style style : ArchivePage.Style.values()) {
                List<Page> some = pages.stream()
                        .filter(page -> page.made().style() == style)
                        .limit(Integer.parseInt(files))
                        .toList();
                measure(style, some);
            }
        }
    }

    private static Page page(List<JsonNode> articles, int number) {
        ArchivePage page = new ArchivePage(articles, number);
        String name = "archive/" + number + ".html";
        ParsedFile file = READER.parse(name, page.html().getBytes(StandardCharsets.UTF_8))
                .toOptional()
                .orElseThrow(() -> new IllegalStateException(name + " cannot be read"));
        return new Page(page, file);
    }

    private static void measure(ArchivePage.Style style, List<Page> pages) {
        RecurringLines lines = new RecurringLines(
                pages.stream().map(OutletArchive::fingerprint).toList());
        Map<String, Integer> left = new TreeMap<>();
        Map<String, Integer> changing = new TreeMap<>();
        Map<String, Integer> lost = new TreeMap<>();
        Map<String, Integer> lostByRecurring = new TreeMap<>();
        int furniture = 0;
        int own = 0;
        int changes = 0;
        for (Page page : pages) {
            Set<String> before = texts(page.file().manuscript());
            Set<String> after =
                    texts(page.file().manuscript().without(lines.of(page.file().name())));
            furniture += page.made().furniture().size();
            own += page.made().paragraphs().size();
            page.made().furniture().stream()
                    .filter(line -> holds(after, line))
                    .forEach(line -> left.merge(line, 1, Integer::sum));
            page.made().changing().stream()
                    .filter(line -> holds(after, line))
                    .forEach(line -> changing.merge(line, 1, Integer::sum));
            changes += page.made().changing().size();
            for (String paragraph : page.made().paragraphs()) {
                if (!holds(after, paragraph)) {
                    (holds(before, paragraph) ? lostByRecurring : lost).merge(paragraph, 1, Integer::sum);
                }
            }
        }
        System.out.printf(
                "%s, %d files: furniture left %d of %d that recurs, %d of %d that changes; own paragraphs lost %d of %d by reading, %d as recurring%n",
                style.outlet(),
                pages.size(),
                sum(left),
                furniture,
                sum(changing),
                changes,
                sum(lost),
                own,
                sum(lostByRecurring));
        show("left", left);
        show("left, changing", changing);
        lost.keySet().removeIf(line -> line.length() < MIN_SHOWN_CHARS);
        show("lost by reading", lost);
        show("lost as recurring", lostByRecurring);
    }

    private static FileFingerprint fingerprint(Page page) {
        Manuscript manuscript = page.file().manuscript();
        return new FileFingerprint(
                page.file().name(),
                page.file().name(),
                manuscript.outlet(),
                manuscript.titlePage().get(Item.PUBLISHED),
                manuscript.splitWords().size(),
                LineHashes.of(manuscript),
                "",
                LineHashes.NONE);
    }

    private static Set<String> texts(Manuscript manuscript) {
        Set<String> texts = new HashSet<>();
        manuscript.pieces().forEach(piece -> texts.add(plain(InlineMarks.removeFrom(piece.text()))));
        return texts;
    }

    static String plain(String text) {
        return Decoder.clean(text).replaceAll("\\s+", " ").strip();
    }

    private static boolean holds(Set<String> texts, String line) {
        return texts.contains(line) || texts.stream().anyMatch(text -> text.contains(line));
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void show(String what, Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> most = new ArrayList<>(counts.entrySet());
        most.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        most.stream()
                .limit(MAX_SHOWN)
                .forEach(entry -> System.out.printf("  %s %4d  %.140s%n", what, entry.getValue(), entry.getKey()));
    }
}
