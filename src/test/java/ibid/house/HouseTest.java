package ibid.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style rules for Java: sizes, names and broad catch clauses. ArrowTest checks the dependencies. */
class HouseTest {

    /** The only methods that may catch everything, each with the reason in one word. */
    private static final Map<String, String> BORDERS = Map.of(
            "Main.java", "the process",
            "DoctorCommand.java", "an examination",
            "IndexWatcher.java", "the watcher's loop",
            "IsolatedRun.java", "the reading of one file",
            "Problems.java", "an HTTP request",
            "TokenizerFile.java", "a native library");

    private static final int MAX_FILE_LINES = 300;
    private static final int MAX_METHOD_LINES = 40;
    private static final int MAX_COMPLEXITY = 10;
    private static final int MAX_PACKAGE_TYPES = 20;
    private static final int MAX_COLUMNS = 120;
    private static final double MAX_TOKENS_PER_CODE_LINE = 9;

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{20,}");
    private static final Pattern BANNED =
            Pattern.compile(".*(Util|Utils|Helper|Manager|Service|Impl|Processor|Handler|Factory|Data|Info|DTO|Dto)"
                    + "|(Base|Abstract|Default)[A-Z].*|I[A-Z][a-z].*");
    private static final Pattern SWALLOWED_FAILURE =
            Pattern.compile("\\.((exceptionally|whenComplete)(Async)?\\(|handle(Async)?\\(\\()");

    private static final List<JavaFile> MAIN = parse(SourceTree.MAIN);
    private static final List<JavaFile> TEST = parse(SourceTree.TEST);

    private static List<JavaFile> parse(java.nio.file.Path root) {
        return JavaFile.parse(SourceTree.files(root, ".java"));
    }

    private static Stream<JavaFile> all() {
        return Stream.concat(MAIN.stream(), TEST.stream());
    }

    @Test
    void aPackageHasFewTypes() {
        Map<String, Integer> types = new TreeMap<>();
        for (JavaFile file : MAIN) {
            types.merge(file.relativePackage(), file.topLevelTypes.size(), Integer::sum);
        }
        assertThat(types).allSatisfy((packageName, count) -> assertThat(count).isLessThanOrEqualTo(MAX_PACKAGE_TYPES));
    }

    @Test
    void filesAreShort() {
        List<String> long_ = all().filter(file -> file.lines().size() > MAX_FILE_LINES)
                .map(file -> file.name() + " has " + file.lines().size() + " lines")
                .toList();
        assertThat(long_).isEmpty();
    }

    @Test
    void linesFitTheWidth() {
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
    void methodsAreShortAndSimple() {
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
    void noTernaryIsNested() {
        assertThat(all().filter(file -> file.nestedTernaries > 0).map(JavaFile::name))
                .isEmpty();
    }

    @Test
    void linesHaveFewTokens() {
        double tokens = MAIN.stream().mapToLong(JavaFile::tokens).sum();
        double lines = MAIN.stream().mapToLong(JavaFile::codeLines).sum();
        assertThat(tokens / lines).isLessThanOrEqualTo(MAX_TOKENS_PER_CODE_LINE);
    }

    @Test
    void typeNamesAreUnique() {
        Set<String> seen = new HashSet<>();
        List<String> twice = MAIN.stream()
                .flatMap(file -> file.topLevelTypes.stream())
                .filter(name -> !seen.add(name))
                .toList();
        assertThat(twice).isEmpty();
    }

    /** {@code Note.Kind} and {@code Block.Kind} may both exist if nobody writes {@code Kind} alone. */
    @Test
    void repeatedNestedNamesAreWrittenWithTheirOwner() {
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
    void theNameRuleRejectsEmptyNames() {
        assertThat(List.of("TextUtil", "RetrievalService", "AnswerImpl", "BaseReader", "ITokenizer", "PassageData"))
                .allMatch(HouseTest::banned);
        assertThat(List.of("Passage", "Imprint", "IbidException", "IndexWatcher", "Fused"))
                .noneMatch(HouseTest::banned);
    }

    @Test
    void everyPackageIsDescribedInThreeSentences() {
        Pattern note = Pattern.compile("/\\*\\*[\\s*]+Owns[\\s*][\\s\\S]+?\\.[\\s*]+Assumes"
                + "[\\s*][\\s\\S]+?\\.[\\s*]+Never[\\s*][\\s\\S]+?\\.[\\s*]+\\*/");
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
                        .filter(file -> SWALLOWED_FAILURE.matcher(file.code()).find())
                        .map(JavaFile::name))
                .isEmpty();
    }

    @Test
    void noTodoIsLeft() {
        Pattern later = Pattern.compile("TODO|FIXME|UnsupportedOperationException");
        assertThat(MAIN.stream().filter(file -> later.matcher(file.text).find()).map(JavaFile::name))
                .isEmpty();
    }
}
