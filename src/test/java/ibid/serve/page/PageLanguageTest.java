package ibid.serve.page;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of the page: none is missing in any language, and each has the places of the English one. */
class PageLanguageTest {

    private static final Path WEB = Path.of("web");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*(?:[^\"()]*\\?\\s*)?\"([\\w.-]+)\"");

    private static Map<String, Object> texts(String code) throws IOException {
        return Json.object(Files.readString(WEB.resolve("languages/" + code + ".json")), code);
    }

    private static List<String> forms(Object text) {
        return text instanceof Map<?, ?> forms
                ? forms.values().stream().map(Object::toString).toList()
                : List.of(text.toString());
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyLanguageHasEveryTextWithTheSamePlaces() throws IOException {
        Map<String, Object> english = texts("en");
        for (String code : PageLanguage.CODES) {
            Map<String, Object> own = texts(code);
            assertThat(own.keySet()).as(code).containsExactlyElementsOf(english.keySet());
            english.forEach((key, text) -> {
                assertThat(own.get(key) instanceof Map).as(code + " " + key).isEqualTo(text instanceof Map);
                Set<String> expected = places(forms(text).getFirst());
                assertThat(forms(own.get(key)))
                        .as(code + " " + key)
                        .isNotEmpty()
                        .allSatisfy(form -> {
                            assertThat(form).isNotBlank();
                            assertThat(places(form)).isEqualTo(expected);
                        });
            });
        }
    }

    @Test
    void theFilesTheSwitchAndTheServerKnowTheSameLanguages() throws IOException {
        try (Stream<Path> files = Files.list(WEB.resolve("languages"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(PageLanguage.CODES);
        }
        String offered = Files.readString(WEB.resolve("elements/ibid-language.js"));
        for (String code : PageLanguage.CODES) {
            assertThat(offered).contains(code + ": \"" + texts(code).get("name") + "\"");
        }
    }

    @Test
    void theTextsOfThePageItselfAreInIt() throws IOException {
        String page = Files.readString(WEB.resolve("index.html"));
        texts("en").forEach((key, text) -> {
            if (key.startsWith("page.")) {
                assertThat(page).contains(text.toString());
            }
        });
        for (String code : PageLanguage.CODES) {
            texts(code).forEach((key, text) -> {
                if (key.startsWith("page.")) { // it is put into HTML as it is
                    assertThat(text.toString()).as(code).doesNotContain("<", "&", "\"");
                }
            });
        }
    }

    @Test
    void noElementSaysATextThatIsNotThere() throws IOException {
        Set<String> known = texts("en").keySet();
        try (Stream<Path> files = Files.walk(WEB)) {
            for (Path file : files.filter(one -> one.toString().matches(".*(elements|modules)/.*[.]js"))
                    .toList()) {
                List<String> said = SAID.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
                assertThat(known).as("%s", file).containsAll(said);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | none | en",
                "none | de-AT,de;q=0.9,en;q=0.8 | de",
                "none | nl,en-GB;q=0.7,fr;q=0.3 | en",
                "none | zh-Hans-CN | zh",
                "none | ja, *;q=0.1 | en",
                "none | ;;q=x,,- | en",
                "ru | de | ru",
                "xx | tr | tr"
            })
    void theReadersChoiceComesBeforeTheBrowsers(String chosen, String accepted, String expected) {
        assertThat(PageLanguage.wanted(chosen, accepted)).isEqualTo(expected);
    }
}
