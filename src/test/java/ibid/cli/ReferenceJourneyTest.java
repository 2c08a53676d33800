package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The reference of the API in a real browser: it shows every operation, and its examples run. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class ReferenceJourneyTest {

    /** Those that need no id of something stored. */
    private static final List<String> RUNNABLE = List.of(
            "ask",
            "suggest",
            "listConversations",
            "search",
            "listArticles",
            "getIndex",
            "listFiles",
            "getCollection",
            "check",
            "completeChat",
            "listModels",
            "getModel",
            "isAlive",
            "isReady",
            "getSpecification");

    @TempDir
    private Path folder;

    static boolean there() {
        return Page.there();
    }

    @Test
    void everyExampleRunsOnThisServer() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("lamp.md"), "The lighthouse of Elm Point has 40 lamps.");
        try (Child ibid = Child.serving(corpus, folder.resolve("data"));
                Page browser = new Page()) {
            String url = ibid.url();
            com.microsoft.playwright.Page page = browser.open(url + "/docs", 1200, 900, ColorScheme.LIGHT);
            List<String> errors = new ArrayList<>();
            page.onConsoleMessage(message -> error(message, errors));
            assertThat(page.locator("#isReady")).isVisible(); // the specification is shown whole
            assertThat(page.locator("ibid-operation"))
                    .hasCount(page.locator("nav li").count());
            for (String operation : RUNNABLE) {
                Locator trial = page.locator("#" + operation + " ibid-trial");
                trial.locator("summary").click();
                trial.locator("form button").last().click();
                assertThat(trial.locator(".status")).containsText(Pattern.compile("^200, application/json"));
            }
            assertThat(page.locator("#check .result")).containsText("\"contradicted\": true");
            assertThat(page.locator("#search .command")).containsText("q=aircraft+carrier");
            page.locator("#ask ibid-schema summary").last().click();
            assertThat(page.locator("#ask ibid-schema table").last()).isVisible();
            Page.picture(page, "reference");
            Page.assertAccessible(page);
            assertThat(errors).isEmpty();
        }
    }

    private static void error(ConsoleMessage message, List<String> errors) {
        if (message.type().equals("error")) {
            errors.add(message.text());
        }
    }
}
