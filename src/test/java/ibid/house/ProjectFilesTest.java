package ibid.house;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.house.SourceTree.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style rules for files other than Java: web page, prompts, documents and build. */
class ProjectFilesTest {

    private static final int MAX_WEB_LINES = 120;
    private static final int MAX_WEB_COLUMNS = 120;
    private static final int MAX_README_WORDS = 900;
    private static final Pattern HTML_BY_HAND = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment");
    private static final Pattern INLINE = Pattern.compile("<script>|\\son[a-z]+=|\\sstyle=|javascript:");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

    private static List<Source> web() {
        return Stream.of(".js", ".css", ".html")
                .flatMap(ending -> SourceTree.files(Path.of("web"), ending).stream())
                .toList();
    }

    @Test
    void webFilesAreShort() {
        assertThat(web())
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(source.lines()).as("%s", source.path()).hasSizeLessThanOrEqualTo(MAX_WEB_LINES));
    }

    @Test
    void webFilesFitTheWidthAndHaveNoTabs() {
        List<Source> files = new ArrayList<>(web());
        files.addAll(SourceTree.files(Path.of("web"), ".svg"));
        List<String> wrong = new ArrayList<>();
        for (Source file : files) {
            for (String line : file.lines()) {
                if (line.length() > MAX_WEB_COLUMNS || line.contains("\t")) {
                    wrong.add(file.path() + ": " + line);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void webModulesDoNotAssembleHtml() {
        assertThat(SourceTree.files(Path.of("web"), ".js"))
                .isNotEmpty()
                .noneMatch(source -> HTML_BY_HAND.matcher(source.text()).find());
        assertThat(SourceTree.files(Path.of("web"), ".html"))
                .noneMatch(source -> INLINE.matcher(source.text()).find());
    }

    @Test
    void eachPageListsEveryModuleAndStyleOfItsOwn() {
        String index = SourceTree.read(Path.of("web/index.html")).text();
        String reference = SourceTree.read(Path.of("web/docs/index.html")).text();
        String shared = SourceTree.read(Path.of("src/main/java/ibid/export/SharedPage.java"))
                .text();
        List<String> unlisted = web().stream()
                .filter(source -> !source.name().endsWith(".html"))
                .map(source -> Path.of("web").relativize(source.path()).toString())
                .filter(name -> !name.startsWith("test/"))
                .filter(name -> !lists(name.startsWith("docs/") ? reference : index, name))
                .filter(name -> !lists(shared.replace("\\", ""), name))
                .toList();
        assertThat(unlisted).isEmpty();
    }

    private static boolean lists(String page, String name) {
        return page.contains("/" + name + "\"") || page.contains("\"" + name + "\"");
    }

    @Test
    void promptPlaceholdersAreDeclaredOnTop() {
        for (Source prompt : SourceTree.files(Path.of("prompts"), ".md")) {
            if (!prompt.name().equals("README.md")) {
                assertThat(undeclared(prompt.text())).as("%s", prompt.path()).isEmpty();
            }
        }
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
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readString(Path.of("README.md")).split("\\s+")).hasSizeLessThanOrEqualTo(MAX_README_WORDS);
    }

    @Test
    void everyLinkOfTheDocumentsNamesAFile() throws IOException {
        Pattern link = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)");
        List<Path> documents = List.of(
                Path.of("README.md"),
                Path.of("src/docs/api.md"),
                Path.of("src/docs/operating.md"),
                Path.of("src/docs/design.md"),
                Path.of("eval/README.md"));
        for (Path document : documents) {
            Matcher links = link.matcher(Files.readString(document));
            while (links.find()) {
                Path target = document.resolveSibling(links.group(1)).normalize();
                assertThat(target).as("a link in %s", document).exists();
            }
        }
    }

    @Test
    void noFileNamesALocalPathOrARegistry() throws IOException {
        Pattern place =
                Pattern.compile("/work/|/root/|https?://(repo|registry|deb|pypi|files)[a-z0-9.-]*\\.(org|com|net|io)/");
        for (Path file : List.of(Path.of("pom.xml"), Path.of("README.md"), Path.of("ibid"), Path.of(".ci/run"))) {
            assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(place);
        }
    }

    @Test
    void theTableOfNativePartsNamesTheVersionsOfTheBuild() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        String operating = Files.readString(Path.of("src/docs/operating.md"));
        for (String library : List.of("onnxruntime", "sqlite-jdbc", "llama")) {
            Matcher version = Pattern.compile("<artifactId>" + library + "</artifactId><version>([^<]+)</version>")
                    .matcher(build);
            assertThat(version.find()).as(library).isTrue();
            assertThat(operating).contains("| `" + library + "` | " + version.group(1) + " |");
        }
    }
}
