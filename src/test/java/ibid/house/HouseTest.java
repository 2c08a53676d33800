package ibid.house;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.house.SourceTree.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that a reader of the source tree can check. */
class HouseTest {

    private static final int MAX_LINES = 250;
    private static final int MAX_WEB_LINES = 120;
    private static final Pattern BANNED = Pattern.compile(
            ".*(Util|Utils|Helper|Manager|Service|Impl|Processor|Handler|Factory|Data|Info|DTO|Dto)|(Base|Abstract|Default)[A-Z].*|I[A-Z][a-z].*");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");
    private static final Pattern BROAD =
            Pattern.compile("catch \\((?:final )?(Exception|Throwable|RuntimeException)\\b");
    private static final Pattern HTML = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");
    private static final Set<String> MAY_CATCH_ALL = Set.of("Main.java", "Problems.java");

    private static List<Source> java() {
        return Stream.concat(
                        SourceTree.files(SourceTree.MAIN, ".java").stream(),
                        SourceTree.files(SourceTree.TEST, ".java").stream())
                .toList();
    }

    @Test
    void noJavaFileHoldsTwoIdeas() {
        assertThat(java())
                .allSatisfy(source ->
                        assertThat(source.lines()).as("%s", source.path()).hasSizeLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void noWebFileHoldsTwoIdeas() {
        List<Source> web = Stream.of(".js", ".css", ".html")
                .flatMap(ending -> SourceTree.files(Path.of("web"), ending).stream())
                .toList();
        assertThat(web)
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(source.lines()).as("%s", source.path()).hasSizeLessThanOrEqualTo(MAX_WEB_LINES));
    }

    @Test
    void typesAreNamedForWhatTheyAre() {
        List<String> wrong = new ArrayList<>();
        for (Source source : java()) {
            Matcher type =
                    TYPE.matcher(source.text().replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*\"", ""));
            while (type.find()) if (banned(type.group(1))) wrong.add(source.path() + ": " + type.group(1));
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean banned(String name) {
        return BANNED.matcher(name).matches() && !name.startsWith("Ibid");
    }

    @Test
    void theNameRuleKnowsAnEmptyNameWhenItSeesOne() {
        assertThat(List.of("TextUtil", "RetrievalService", "AnswerImpl", "BaseReader", "ITokenizer", "PassageData"))
                .allMatch(HouseTest::banned);
        assertThat(List.of("Passage", "Imprint", "IbidException", "IndexWatch", "Fused"))
                .noneMatch(HouseTest::banned);
    }

    @Test
    void everyPackageHasANoteOfThreeSentences() {
        for (Path folder : SourceTree.files(SourceTree.MAIN, ".java").stream()
                .map(source -> source.path().getParent())
                .distinct()
                .toList()) {
            Path note = folder.resolve("package-info.java");
            assertThat(note).exists();
            assertThat(SourceTree.read(note).text())
                    .as("%s", note)
                    .containsPattern("/\\*\\* Owns .*\\. Assumes .*\\. Never .*\\. \\*/");
        }
    }

    @Test
    void onlyTheTwoBordersCatchEverything() {
        assertThat(SourceTree.files(SourceTree.MAIN, ".java"))
                .filteredOn(source -> BROAD.matcher(source.text()).find())
                .extracting(Source::name)
                .isSubsetOf(MAY_CATCH_ALL);
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(SourceTree.files(SourceTree.MAIN, ".java"))
                .noneMatch(source -> Pattern.compile("TODO|FIXME|UnsupportedOperationException")
                        .matcher(source.text())
                        .find());
    }

    @Test
    void thePageWritesNoHtmlByHand() {
        assertThat(SourceTree.files(Path.of("web"), ".js"))
                .isNotEmpty()
                .noneMatch(source -> HTML.matcher(source.text()).find());
        assertThat(SourceTree.files(Path.of("web"), ".html"))
                .noneMatch(source -> Pattern.compile("<script>|\\son[a-z]+=|\\sstyle=|javascript:")
                        .matcher(source.text())
                        .find());
    }

    @Test
    void indexHtmlListsEveryModuleAndStyle() {
        String index = SourceTree.read(Path.of("web/index.html")).text();
        List<String> unlisted = Stream.of(".js", ".css")
                .flatMap(ending -> SourceTree.files(Path.of("web"), ending).stream())
                .map(source -> Path.of("web").relativize(source.path()).toString())
                .filter(name -> !name.startsWith("test/")
                        && !index.contains("/" + name + "\"")
                        && !index.contains("\"" + name + "\""))
                .toList();
        assertThat(unlisted).isEmpty();
    }

    @Test
    void promptPlaceholdersAreDeclaredOnTop() {
        for (Source prompt : SourceTree.files(Path.of("prompts"), ".md"))
            if (!prompt.name().equals("README.md"))
                assertThat(undeclared(prompt.text())).as("%s", prompt.path()).isEmpty();
        assertThat(undeclared("Inputs: question, passages\n\nAnswer {{question}} from {{passages}}."))
                .isEmpty();
        assertThat(undeclared("Inputs: question\n\nAnswer {{question}} from {{passages}}."))
                .containsExactly("passages");
    }

    /** Placeholders a prompt uses but does not name in its "Inputs:" line. */
    private static List<String> undeclared(String prompt) {
        Matcher inputs = Pattern.compile("(?m)^Inputs: (.*)$").matcher(prompt);
        Set<String> declared = inputs.find() ? Set.of(inputs.group(1).split("\\s*,\\s*")) : Set.of();
        return PLACEHOLDER
                .matcher(prompt)
                .results()
                .map(result -> result.group(1))
                .filter(name -> !declared.contains(name))
                .distinct()
                .toList();
    }

    @Test
    void noFileNamesAPlaceOfThisMachineOrARegistry() throws Exception {
        Pattern place =
                Pattern.compile("/work/|/root/|https?://(repo|registry|deb|pypi|files)[a-z0-9.-]*\\.(org|com|net|io)/");
        for (Path file : List.of(Path.of("pom.xml"), Path.of("README.md"), Path.of("ibid"), Path.of(".ci/run"))) {
            assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(place);
        }
    }
}
