package ibid.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document of the API and the records of the wire name the same fields. */
class ApiDocumentTest {

    private static final Path DOCUMENT = Path.of("src/docs/api.md");
    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");

    @Test
    void theTableOfTheAnswerHasEveryFieldAndNoOther() throws IOException {
        Set<String> fields = new TreeSet<>();
        List.of(AnswerBody.Asked.class, AnswerBody.Result.class, AnswerBody.Evidence.class, AnswerBody.Provenance.class)
                .forEach(part -> fields.addAll(fields(part)));
        Set<String> documented = new TreeSet<>();
        for (String row : section("## The answer").split("\n")) {
            if (row.startsWith("| `")) {
                documented.addAll(names(row.substring(0, row.indexOf(" | "))));
            }
        }
        assertThat(documented).isEqualTo(fields);
    }

    @Test
    void theFiltersAreThoseThatARequestMayHave() throws IOException {
        String asking = section("## Asking");
        String sentence = asking.substring(asking.indexOf("holds any of"), asking.indexOf("`as_of` hides"));
        assertThat(names(sentence)).isEqualTo(fields(FiltersBody.class));
    }

    private static String section(String heading) throws IOException {
        String text = Files.readString(DOCUMENT);
        int start = text.indexOf(heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        return text.substring(start, text.indexOf("\n## ", start + 1));
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        CODE.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
        return names;
    }

    private static Set<String> fields(Class<?> wire) {
        Set<String> fields = new TreeSet<>();
        for (RecordComponent component : wire.getRecordComponents()) {
            JsonProperty stated = component.getAccessor().getAnnotation(JsonProperty.class);
            fields.add(stated == null ? snakeCase(component.getName()) : stated.value());
        }
        return fields;
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
