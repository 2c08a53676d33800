package ibid.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house about Java: the arrow, sizes, names, borders, and which package owns which technology. */
class HouseTest {

    /** A package imports only packages before it. */
    private static final List<String> ORDER = List.of(
            "language",
            "language.time",
            "language.quantity",
            "article",
            "read.bytes",
            "read.manuscript",
            "read.html",
            "read.text",
            "read.pdf",
            "read.office",
            "read",
            "library",
            "index",
            "index.update",
            "model",
            "search",
            "search.rewrite",
            "answer",
            "answer.rank",
            "answer.extract",
            "answer.llm",
            "verify",
            "ask",
            "ask.llm",
            "api",
            "api.collection",
            "log",
            "serve.http",
            "serve.route",
            "serve",
            "eval.statistics",
            "eval.dataset",
            "eval.client",
            "eval.judge",
            "eval.measure",
            "eval.run",
            "eval.mutation",
            "eval.analysis",
            "eval.report",
            "eval",
            "cli");

    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("org.apache.lucene", Set.of("index", "search")),
            Map.entry("dev.langchain4j", Set.of("model")),
            Map.entry("de.kherud.llama", Set.of("model")),
            Map.entry("dev.failsafe", Set.of("model")),
            Map.entry("ai.onnxruntime", Set.of("model")),
            Map.entry("ai.djl", Set.of("model")),
            Map.entry("io.javalin", Set.of("serve")),
            Map.entry("org.eclipse.jetty", Set.of("serve")),
            Map.entry("jakarta.servlet", Set.of("serve")),
            Map.entry("java.sql", Set.of("library", "log")),
            Map.entry("org.jdbi", Set.of("library", "log")),
            Map.entry("com.zaxxer", Set.of("library", "log")),
            Map.entry("com.fasterxml.jackson", Set.of("api", "index")),
            Map.entry("picocli", Set.of("cli")));

    /** The only places where whatever is thrown is caught: each says why in one word. */
    private static final Map<String, String> BORDERS = Map.of(
            "Main.java", "the process",
            "IndexWatcher.java", "the watcher's loop",
            "Problems.java", "an HTTP request");

    private static final int MAX_FILE_LINES = 300;
    private static final int MAX_METHOD_LINES = 40;
    private static final int MAX_COMPLEXITY = 10;
    private static final int MAX_PACKAGE_TYPES = 20;
    private static final int MAX_COLUMNS = 120;
    private static final double MAX_TOKENS_A_CODE_LINE = 9;

    private static final Pattern USE = Pattern.compile("\\bibid\\.((?:[a-z]+\\.)+)[A-Z]");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{20,}");
    private static final Pattern BANNED =
            Pattern.compile(".*(Util|Utils|Helper|Manager|Service|Impl|Processor|Handler|Factory|Data|Info|DTO|Dto)"
                    + "|(Base|Abstract|Default)[A-Z].*|I[A-Z][a-z].*");
    private static final Pattern LAUNDERED = Pattern.compile("\\.(exceptionally|handle|whenComplete)(Async)?\\(");

    private static final List<JavaFile> MAIN = parse(SourceTree.MAIN);
    private static final List<JavaFile> TEST = parse(SourceTree.TEST);

    private static List<JavaFile> parse(java.nio.file.Path root) {
        return JavaFile.parse(SourceTree.files(root, ".java"));
    }

    private static Stream<JavaFile> all() {
        return Stream.concat(MAIN.stream(), TEST.stream());
    }

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
                if (!allowed(file.room(), there)) {
                    wrong.add(file.name() + " in " + file.room() + " uses " + there);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theArrowForbidsWhatItShould() {
        assertThat(allowed("index", "search")).isFalse();
        assertThat(allowed("language", "language.time")).isFalse();
        assertThat(allowed("answer", "answer.llm")).isFalse();
        assertThat(allowed("", "ask")).isFalse();
        assertThat(allowed("ask", "unheard")).isFalse();
        assertThat(allowed("cli", "serve")).isTrue();
        assertThat(allowed("verify", "answer")).isTrue();
    }

    /** The evaluation is a client: of what the server is made of it may know the wire and the judges' models. */
    @Test
    void theEvaluationKnowsTheServerByItsWire() {
        Set<String> wrong = new TreeSet<>();
        Set<String> inside = Set.of("library", "index", "search", "search.rewrite", "ask", "ask.llm", "log", "serve");
        for (JavaFile file : MAIN) {
            Matcher use = USE.matcher(file.room().startsWith("eval") ? file.code() : "");
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
        Set<String> rooms = new TreeSet<>();
        MAIN.forEach(file -> rooms.add(file.room()));
        rooms.remove("");
        assertThat(rooms).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void everyTechnologyIsUsedOnlyByItsOwner() {
        Set<String> wrong = new TreeSet<>();
        for (JavaFile file : MAIN) {
            for (var owner : OWNERS.entrySet()) {
                boolean used = file.code().contains(owner.getKey() + ".");
                if (used && owner.getValue().stream().noneMatch(room -> isOrBelow(file.room(), room))) {
                    wrong.add(file.name() + " in " + file.room() + " uses " + owner.getKey());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isOrBelow(String room, String owner) {
        return room.equals(owner) || room.startsWith(owner + ".");
    }

    @Test
    void aPackageHoldsOneIdea() {
        Map<String, Integer> types = new TreeMap<>();
        for (JavaFile file : MAIN) {
            types.merge(file.room(), file.topLevelTypes.size(), Integer::sum);
        }
        assertThat(types).allSatisfy((room, count) -> assertThat(count).isLessThanOrEqualTo(MAX_PACKAGE_TYPES));
    }

    @Test
    void noFileHoldsTwoIdeas() {
        List<String> long_ = all().filter(file -> file.lines().size() > MAX_FILE_LINES)
                .map(file -> file.name() + " has " + file.lines().size() + " lines")
                .toList();
        assertThat(long_).isEmpty();
    }

    @Test
    void noLineIsWiderThanAPage() {
        List<String> wide = new ArrayList<>();
        for (JavaFile file : all().toList()) {
            for (String line : file.lines()) {
                if (line.length() > MAX_COLUMNS && !ADDRESS.matcher(line).find()) {
                    wide.add(file.name() + ": " + line.strip());
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void methodsAreShortAndPlain() {
        List<String> wrong = new ArrayList<>();
        for (JavaFile file : MAIN) {
            for (JavaFile.Method method : file.methods) {
                if (method.lines() > MAX_METHOD_LINES || method.complexity() > MAX_COMPLEXITY) {
                    wrong.add(file.name() + ": " + method);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noTernaryStandsInATernary() {
        assertThat(all().filter(file -> file.nestedTernaries > 0).map(JavaFile::name))
                .isEmpty();
    }

    @Test
    void aLineHoldsOneThought() {
        double tokens = MAIN.stream().mapToLong(JavaFile::tokens).sum();
        double lines = MAIN.stream().mapToLong(JavaFile::codeLines).sum();
        assertThat(tokens / lines).isLessThanOrEqualTo(MAX_TOKENS_A_CODE_LINE);
    }

    @Test
    void noTypeNameStandsTwice() {
        Set<String> seen = new HashSet<>();
        List<String> twice = MAIN.stream()
                .flatMap(file -> file.topLevelTypes.stream())
                .filter(name -> !seen.add(name))
                .toList();
        assertThat(twice).isEmpty();
    }

    /** {@code Note.Kind} may stand beside {@code Block.Kind} as long as nobody writes {@code Kind} alone. */
    @Test
    void aNestedNameThatStandsTwiceIsReadWithItsOwner() {
        Map<String, Integer> owners = new TreeMap<>();
        for (JavaFile file : MAIN) {
            new TreeSet<>(file.types).forEach(name -> owners.merge(name, 1, Integer::sum));
        }
        List<String> wrong = new ArrayList<>();
        for (JavaFile file : MAIN) {
            for (String imported : file.imports) {
                String[] parts = imported.split("\\.");
                String last = parts[parts.length - 1];
                boolean nested = parts[0].equals("ibid") && Character.isUpperCase(parts[parts.length - 2].charAt(0));
                if (nested && owners.getOrDefault(last, 0) > 1) {
                    wrong.add(file.name() + " imports " + imported);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void typesAreNamedForWhatTheyAre() {
        List<String> empty = all().flatMap(file -> file.types.stream())
                .filter(HouseTest::banned)
                .toList();
        assertThat(empty).isEmpty();
    }

    private static boolean banned(String name) {
        return BANNED.matcher(name).matches() && !name.startsWith("Ibid");
    }

    @Test
    void theNameRuleKnowsAnEmptyNameWhenItSeesOne() {
        assertThat(List.of("TextUtil", "RetrievalService", "AnswerImpl", "BaseReader", "ITokenizer", "PassageData"))
                .allMatch(HouseTest::banned);
        assertThat(List.of("Passage", "Imprint", "IbidException", "IndexWatcher", "Fused"))
                .noneMatch(HouseTest::banned);
    }

    @Test
    void everyPackageHasANoteOfThreeSentences() {
        Pattern note = Pattern.compile(
                "/\\*\\*[\\s*]+Owns [\\s\\S]+?\\.[\\s*]+Assumes [\\s\\S]+?\\.[\\s*]+Never [\\s\\S]+?\\.[\\s*]+\\*/");
        for (JavaFile file : MAIN) {
            var path = file.path.resolveSibling("package-info.java");
            assertThat(path).exists();
            assertThat(SourceTree.read(path).text()).as("%s", path).containsPattern(note);
        }
    }

    @Test
    void onlyTheNamedBordersCatchEverything() {
        Set<String> broad = Set.of("Exception", "RuntimeException", "Throwable");
        List<String> wrong = MAIN.stream()
                .filter(file -> file.caught.stream().anyMatch(broad::contains))
                .map(JavaFile::name)
                .filter(name -> !BORDERS.containsKey(name))
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void noFutureSwallowsAFailure() {
        assertThat(MAIN.stream()
                        .filter(file -> LAUNDERED.matcher(file.code()).find())
                        .map(JavaFile::name))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("TODO|FIXME|UnsupportedOperationException");
        assertThat(MAIN.stream().filter(file -> later.matcher(file.text).find()).map(JavaFile::name))
                .isEmpty();
    }
}
