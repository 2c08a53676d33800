package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerRequest;
import ibid.api.CheckRequest;
import ibid.api.ConversationBody;
import ibid.read.ArticleReader;
import ibid.read.entries.FeedFormat;
import ibid.read.entries.RecordFormat;
import ibid.serve.collection.IntakeRoutes;
import ibid.serve.collection.UploadedFiles;
import ibid.serve.dialect.ChatRoutes;
import ibid.serve.http.ConnectionWatch;
import ibid.serve.http.Page;
import ibid.serve.limit.ReaderLimits;
import ibid.serve.route.AnswerPool;
import ibid.serve.route.CheckRoutes;
import ibid.serve.route.ConversationRoutes;
import ibid.serve.route.SearchRoutes;
import java.io.IOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of limits in operating.md against the constants. */
class LimitsTest {

    /** A row of the table: its first cell, and the second with the value in place of {@code %s}. */
    private record Limit(Class<?> owner, String constant, String what, String form) {

        String value() {
            try {
                Field field = owner.getDeclaredField(constant);
                field.setAccessible(true);
                return form.formatted(text(field.get(null)));
            } catch (ReflectiveOperationException renamed) {
                throw new AssertionError(renamed);
            }
        }

        private String text(Object value) {
            if (value instanceof Duration time) {
                BigDecimal seconds = BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros();
                return time.toSeconds() < 120 ? seconds.toPlainString() + " s" : time.toMinutes() + " min";
            }
            long number = ((Number) value).longValue();
            if (!constant.endsWith("BYTES")) {
                return String.format(Locale.ROOT, "%,d", number);
            }
            return number < 1 << 20 ? (number >> 10) + " KB" : (number >> 20) + " MB";
        }
    }

    private static final List<Limit> LIMITS = List.of(
            new Limit(ReaderLimits.class, "USUAL_REQUESTS", "requests of one reader a minute", "%s"),
            new Limit(ReaderLimits.class, "USUAL_TOTAL", "requests of all readers a minute", "%s"),
            new Limit(ReaderLimits.class, "USUAL_ANSWERS", "answers of one reader under way", "%s"),
            new Limit(AnswerPool.class, "MAX_UNDER_WAY", "questions under way, with those that wait", "%s"),
            new Limit(AnswerPool.class, "MAX_WAIT", "the wait of one question for its turn", "%s"),
            new Limit(AnswerPool.class, "MAX_TIME", "one answer, with its wait", "%s"),
            new Limit(Server.class, "MAX_SEARCHES_WAITING", "searches and checks that wait", "%s"),
            new Limit(Server.class, "MAX_READS_WAITING", "other requests that wait", "%s"),
            new Limit(Server.class, "MAX_REQUEST_TIME", "any request but asking and uploading, with its wait", "%s"),
            new Limit(AnswerRequest.class, "MAX_QUESTION_CHARS", "one question", "%s characters"),
            new Limit(CheckRoutes.class, "MAX_CLAIMS", "claims in one check", "%s"),
            new Limit(CheckRequest.class, "MAX_CLAIM_CHARS", "one claim", "%s characters"),
            new Limit(CheckRequest.class, "MAX_EVIDENCE_CHARS", "the evidence of one claim", "%s characters"),
            new Limit(ConversationRoutes.class, "MAX_ANSWERS", "answers in one page of a conversation", "%s"),
            new Limit(ConversationBody.class, "MAX_TITLE_CHARS", "the title of a conversation", "%s characters"),
            new Limit(SearchRoutes.class, "MAX_PASSAGES", "passages of one search", "%s"),
            new Limit(Page.class, "MAX_LIMIT", "articles, files or conversations in one page", "%s"),
            new Limit(Server.class, "MAX_BODY_BYTES", "one body of JSON", "%s"),
            new Limit(ChatRoutes.class, "MAX_BODY_BYTES", "the messages of one chat completion", "%s"),
            new Limit(Server.class, "MAX_HEADER_BYTES", "all headers of a request", "%s"),
            new Limit(UploadedFiles.class, "MAX_BYTES", "one upload", "%s"),
            new Limit(UploadedFiles.class, "MAX_FILES", "files in one upload", "%s"),
            new Limit(IntakeRoutes.class, "MAX_UPLOADS_AT_ONCE", "uploads at once", "%s"),
            new Limit(ArticleReader.class, "MAX_READING_TIME", "reading one file", "%s of processor time"),
            new Limit(ConnectionWatch.class, "MAX_OPEN", "open connections", "%s"),
            new Limit(Server.class, "MAX_IDLE_TIME", "silence on a connection", "%s"),
            new Limit(ConnectionWatch.class, "MAX_HEADER_TIME", "headers of one request", "%s"),
            new Limit(
                    ConnectionWatch.class,
                    "MIN_RATE",
                    "a body sent, or a response read",
                    "%s bytes a second after " + ConnectionWatch.GRACE.toSeconds() + " s"));

    /** Public, but no limits of their own: one lets a message name the number sent, one keeps a number in its type. */
    private static final Set<String> NOT_IN_THE_TABLE = Set.of("UploadedFiles.MAX_PARTS", "Page.MAX_OFFSET");

    private static Map<String, String> table() throws IOException {
        String document = Files.readString(Path.of("src/docs/operating.md"));
        String section = document.substring(document.indexOf("## Limits"));
        Map<String, String> rows = new LinkedHashMap<>();
        section.lines().skip(1).takeWhile(line -> !line.startsWith("## ")).forEach(line -> {
            String[] cells = line.split("\\|");
            if (cells.length == 4
                    && !cells[1].startsWith("-")
                    && !cells[1].strip().equals("what")) {
                rows.put(cells[1].strip(), cells[2].strip());
            }
        });
        return rows;
    }

    @Test
    void theTableHasEveryLimitAndNoOther() throws IOException, ClassNotFoundException {
        Map<String, String> limits = new LinkedHashMap<>();
        for (Limit limit : LIMITS) {
            limits.put(limit.what(), limit.value());
        }
        ArticleReader reader = new ArticleReader();
        limits.put("text of one file, or HTML without the pictures in it", (reader.maxBytes("a.md") >> 20) + " MB");
        for (String name : List.of("a.pdf", "a.docx", "a.epub", "a.odt", "a.mhtml")) {
            assertThat(reader.maxBytes(name)).as(name).isEqualTo(50 << 20);
        }
        limits.put("PDF, Word, EPUB, OpenDocument, a web archive, or HTML with pictures", "50 MB");
        assertThat(reader.maxBytes("a.eml")).isEqualTo(reader.maxBytes("a.rtf"));
        limits.put("a mail or RTF", (reader.maxBytes("a.eml") >> 20) + " MB");
        for (String name : List.of("a.rss", "a.jsonl", "a.mbox")) {
            assertThat(reader.maxBytes(name)).as(name).isEqualTo(50 << 20);
        }
        Limit entries = new Limit(
                Class.forName("ibid.read.entries.EntryCollector"), // which only its package sees
                "MAX_ENTRIES",
                "a file of several articles",
                "50 MB, %s entries");
        limits.put(entries.what(), entries.value());
        assertThat(new FeedFormat().maxBytes()).isEqualTo(new RecordFormat().maxBytes());
        limits.put("one entry of a feed or of JSON", (new FeedFormat().maxBytes() >> 20) + " MB");
        Limit pictures = new Limit(
                Class.forName("ibid.read.pdf.PictureText"), // which only its package sees
                "MAX_PAGES",
                "pages of a PDF that are pictures and are recognised",
                "%s, where `tesseract` is on the path");
        limits.put(pictures.what(), pictures.value());
        Limit lock = new Limit(
                Class.forName("ibid.storage.SqliteDatabase"), // which only its package sees
                "MAX_WAIT_FOR_LOCK",
                "the wait for an SQLite file that another program locks",
                "%s");
        limits.put(lock.what(), lock.value());
        assertThat(table()).containsExactlyInAnyOrderEntriesOf(limits);
    }

    @Test
    void everyPublicLimitOfTheServerIsInTheTable() throws IOException {
        Set<String> missing = publicLimits();
        assertThat(missing).contains("CheckRoutes.MAX_CLAIMS");
        missing.removeAll(NOT_IN_THE_TABLE);
        LIMITS.forEach(limit -> missing.remove(limit.owner().getSimpleName() + "." + limit.constant()));
        assertThat(missing).isEmpty();
    }

    private static Set<String> publicLimits() throws IOException {
        Pattern constant = Pattern.compile("public static final \\w+ ((?:MAX|MIN)_\\w+) =");
        Set<String> limits = new TreeSet<>();
        for (String folder : List.of("src/main/java/ibid/serve", "src/main/java/ibid/api")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher found = constant.matcher(Files.readString(file));
                    String owner = file.getFileName().toString().replace(".java", "");
                    found.results().forEach(match -> limits.add(owner + "." + match.group(1)));
                }
            }
        }
        return limits;
    }
}
