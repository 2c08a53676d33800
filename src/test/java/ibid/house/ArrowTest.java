package ibid.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The arrow: a package imports only packages before it, and each technology has one owner. */
class ArrowTest {

    /** A package imports only packages before it. */
    private static final List<String> ORDER = List.of(
            "language",
            "language.time",
            "language.quantity",
            "language.injection",
            "article",
            "files",
            "storage",
            "embedding",
            "read.bytes",
            "read.manuscript",
            "read.html.head",
            "read.html.notes",
            "read.html",
            "read.text",
            "read.pdf",
            "read.office",
            "read.richtext",
            "read.mail",
            "read.entries",
            "read.picture",
            "read",
            "library",
            "library.shared",
            "index.cluster",
            "index",
            "index.update",
            "model",
            "model.onnx",
            "search.passages",
            "search",
            "search.listing",
            "search.grammar",
            "search.comparison",
            "search.rewrite",
            "search.parts",
            "answer",
            "answer.question",
            "answer.match",
            "answer.rank",
            "answer.validity",
            "answer.stance",
            "answer.contradiction",
            "answer.parts",
            "answer.selection",
            "answer.series",
            "answer.extract",
            "answer.collection",
            "answer.llm",
            "verify",
            "suggest",
            "ask",
            "ask.llm",
            "api",
            "api.collection",
            "api.openai",
            "api.share",
            "api.mcp",
            "export",
            "receipt",
            "access",
            "log",
            "serve.peer",
            "serve.limit",
            "serve.caller",
            "serve.http",
            "serve.page",
            "serve.metrics",
            "serve.route",
            "serve.collection",
            "serve.dialect",
            "serve.mcp",
            "serve",
            "eval.statistics",
            "eval.dataset",
            "eval.client",
            "eval.chat",
            "eval.judge",
            "eval.measure",
            "eval.run",
            "eval.mutation",
            "eval.analysis",
            "eval.report",
            "cli.process",
            "cli.records",
            "cli.articles",
            "cli");

    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("org.apache.lucene", Set.of("index", "search")),
            Map.entry("dev.langchain4j", Set.of("model")),
            Map.entry("de.kherud.llama", Set.of("model", "cli.process")), // which only unpacks it
            Map.entry("dev.failsafe", Set.of("model")),
            Map.entry("ai.onnxruntime", Set.of("model")),
            Map.entry("ai.djl", Set.of("model")),
            Map.entry("io.javalin", Set.of("serve")),
            Map.entry("io.modelcontextprotocol", Set.of("serve")),
            Map.entry("io.micrometer", Set.of("serve")),
            Map.entry("org.eclipse.jetty", Set.of("serve")),
            Map.entry("jakarta.servlet", Set.of("serve")),
            Map.entry("java.sql", Set.of("storage", "library", "access", "log")),
            Map.entry("org.jdbi", Set.of("storage", "library", "access", "log")),
            Map.entry("com.zaxxer", Set.of("storage")),
            Map.entry("com.fasterxml.jackson", Set.of("api", "index")),
            Map.entry("picocli", Set.of("cli")));

    /** Files that parse foreign JSON: of web pages, of exports, of a model, of a library. */
    private static final Set<String> READ_FOREIGN_JSON = Set.of(
            "JsonLd.java",
            "JsonStatements.java",
            "JsonValues.java",
            "ModelFailures.java",
            "RecordFields.java",
            "RecordFormat.java",
            "RecordSplitter.java");

    private static final Pattern USE = Pattern.compile("\\bibid\\.((?:[a-z]+\\.)+)[A-Z]");

    private static final List<JavaFile> MAIN = JavaFile.parse(SourceTree.files(SourceTree.MAIN, ".java"));

    private static boolean allowed(String here, String there) {
        return ORDER.contains(there) && ORDER.indexOf(there) <= ORDER.indexOf(here);
    }

    @Test
    void aPackageImportsOnlyPackagesBeforeIt() {
        Set<String> wrong = new TreeSet<>();
        for (JavaFile file : MAIN) {
            Matcher use = USE.matcher(file.code());
            while (use.find()) {
                String there = use.group(1).substring(0, use.group(1).length() - 1);
                if (!allowed(file.relativePackage(), there)) {
                    wrong.add(file.name() + " in " + file.relativePackage() + " uses " + there);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theOrderForbidsImportsOfLaterPackages() {
        assertThat(allowed("index", "search")).isFalse();
        assertThat(allowed("language", "language.time")).isFalse();
        assertThat(allowed("answer", "answer.llm")).isFalse();
        assertThat(allowed("", "ask")).isFalse();
        assertThat(allowed("ask", "unknown")).isFalse();
        assertThat(allowed("cli", "serve")).isTrue();
        assertThat(allowed("verify", "answer")).isTrue();
    }

    /** The evaluation is a client: of the server's code it may import only the API records and the judges' models. */
    @Test
    void theEvaluationImportsOnlyTheApiOfTheServer() {
        Set<String> wrong = new TreeSet<>();
        Set<String> inside =
                Set.of("library", "index", "search", "search.rewrite", "ask", "ask.llm", "access", "log", "serve");
        for (JavaFile file : MAIN) {
            Matcher use = USE.matcher(file.relativePackage().startsWith("eval") ? file.code() : "");
            while (use.find()) {
                String there = use.group(1).substring(0, use.group(1).length() - 1);
                if (inside.contains(there)) {
                    wrong.add(file.name() + " uses " + there);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyFolderIsAKnownPackage() {
        Set<String> packageNames = new TreeSet<>();
        MAIN.forEach(file -> packageNames.add(file.relativePackage()));
        packageNames.remove("");
        assertThat(packageNames).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void everyTechnologyIsUsedOnlyByItsOwner() {
        Set<String> wrong = new TreeSet<>();
        for (JavaFile file : MAIN) {
            for (var owner : OWNERS.entrySet()) {
                boolean foreign = owner.getKey().endsWith("jackson") && READ_FOREIGN_JSON.contains(file.name());
                boolean used = !foreign && file.code().contains(owner.getKey() + ".");
                if (used
                        && owner.getValue().stream()
                                .noneMatch(packageName -> isOrBelow(file.relativePackage(), packageName))) {
                    wrong.add(file.name() + " in " + file.relativePackage() + " uses " + owner.getKey());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isOrBelow(String packageName, String owner) {
        return packageName.equals(owner) || packageName.startsWith(owner + ".");
    }
}
