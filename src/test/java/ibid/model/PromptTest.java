package ibid.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptTest {

    private static Prompt prompt(String file) {
        return Prompt.of("try", file.getBytes(StandardCharsets.UTF_8));
    }

    private static final String FILE =
            "Inputs: question, passages\nOutput: text\n\n# System\nAnswer.\n\n# User\n{{passages}}\n\nQuestion: "
                    + "{{question}}\n";

    @Test
    void isFilledOnce() {
        assertThat(prompt(FILE).fill(Map.of("question", "Why {{passages}}?", "passages", "One $1 passage.")))
                .isEqualTo(new Prompt.Filled(
                        prompt(FILE).version(),
                        Prompt.Output.TEXT,
                        "Answer.",
                        "One $1 passage.\n\nQuestion: Why {{passages}}?"));
    }

    @Test
    void everyWordingHasItsVersion() {
        assertThat(prompt(FILE).version())
                .matches("try@[0-9a-f]{8}")
                .isNotEqualTo(prompt(FILE.replace("Answer.", "Answer!")).version());
    }

    @Test
    void placeholdersAndInputsMustMatch() {
        assertThatThrownBy(() -> prompt(FILE.replace("{{question}}", "{{query}}")))
                .hasMessageContaining("query");
        assertThatThrownBy(() -> prompt(FILE.replace("passages\nOutput", "passages, today\nOutput")))
                .hasMessageContaining("today");
        assertThatThrownBy(() -> prompt("# User\nHello")).hasMessageContaining("must begin with Inputs:");
        assertThatThrownBy(() -> Prompt.named("answer", "question")).hasMessageContaining("is given [question]");
        assertThatThrownBy(() -> Prompt.named("nowhere")).hasMessageContaining("no file prompts/nowhere.md");
    }

    @Test
    void everyFileOfTheFolderIsAPromptAndTheReadmeNamesIt() throws IOException {
        String readme = Files.readString(Path.of("prompts/README.md"));
        try (Stream<Path> files = Files.list(Path.of("prompts"))) {
            for (Path file : files.filter(path -> !path.endsWith("README.md")).toList()) {
                String name = file.getFileName().toString().replace(".md", "");
                assertThat(Prompt.of(name, Files.readAllBytes(file)).system()).isNotBlank();
                assertThat(readme).contains("`" + name + ".md`");
            }
        }
    }
}
