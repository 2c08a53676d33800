package ibid.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The arrow: a package imports only packages to its left, and each technology has one home. */
class DirectionTest {

    private static final List<String> ORDER = List.of(
            "corpus", "chunk", "index", "model", "retrieve", "answer", "verify", "ask", "log", "eval", "serve", "app");
    private static final Set<String> ENDS = Set.of("eval", "serve");
    private static final Map<String, Set<String>> HOMES = Map.ofEntries(
            Map.entry("org.apache.lucene", Set.of("index", "retrieve")),
            Map.entry("dev.langchain4j", Set.of("model")),
            Map.entry("de.kherud.llama", Set.of("model")),
            Map.entry("dev.failsafe", Set.of("model")),
            Map.entry("ai.onnxruntime", Set.of("model")),
            Map.entry("ai.djl", Set.of("model")),
            Map.entry("io.javalin", Set.of("serve")),
            Map.entry("org.eclipse.jetty", Set.of("serve")),
            Map.entry("jakarta.servlet", Set.of("serve")),
            Map.entry("java.sql", Set.of("log")),
            Map.entry("com.zaxxer", Set.of("log")),
            Map.entry("picocli", Set.of("app")));
    private static final Pattern USE = Pattern.compile("\\bibid\\.([a-z]+)\\.[A-Z]");

    private static boolean allowed(String here, String there) {
        if (!ORDER.contains(there)) return false;
        boolean left = ORDER.indexOf(there) <= ORDER.indexOf(here);
        return left && (here.equals("app") || here.equals(there) || !ENDS.contains(there));
    }

    @Test
    void packagesImportOnlyWhatStandsToTheirLeft() {
        List<String> wrong = new ArrayList<>();
        for (SourceTree.Source source : SourceTree.files(SourceTree.MAIN, ".java")) {
            Matcher use = USE.matcher(source.text());
            while (use.find())
                if (!allowed(source.packageName(SourceTree.MAIN), use.group(1)))
                    wrong.add(source.path() + " uses ibid." + use.group(1));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theRuleForbidsWhatItShould() {
        assertThat(allowed("chunk", "retrieve")).isFalse();
        assertThat(allowed("serve", "eval")).isFalse();
        assertThat(allowed("", "ask")).isFalse();
        assertThat(allowed("ask", "unheard")).isFalse();
        assertThat(allowed("app", "serve")).isTrue();
        assertThat(allowed("verify", "answer")).isTrue();
    }

    @Test
    void everyFolderIsAKnownPackage() {
        Set<String> folders = new TreeSet<>();
        SourceTree.files(SourceTree.MAIN, ".java").forEach(source -> folders.add(source.packageName(SourceTree.MAIN)));
        folders.remove("");
        assertThat(folders).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void everyTechnologyIsUsedOnlyAtHome() {
        List<String> wrong = new ArrayList<>();
        for (SourceTree.Source source : SourceTree.files(SourceTree.MAIN, ".java")) {
            HOMES.forEach((technology, homes) -> {
                boolean used = Pattern.compile("\\b" + Pattern.quote(technology) + "\\.")
                        .matcher(source.text())
                        .find();
                if (used && !homes.contains(source.packageName(SourceTree.MAIN)))
                    wrong.add(source.path() + " uses " + technology);
            });
        }
        assertThat(wrong).isEmpty();
    }
}
