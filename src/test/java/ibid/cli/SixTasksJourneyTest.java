package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Six tasks of a reader who sees the page for the first time: each control needed is in sight, and few are. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class SixTasksJourneyTest {

    @TempDir
    private Path folder;

    private Child ibid;
    private Page browser;
    private Visit visit;
    private int clicks;

    static boolean there() {
        return Page.there();
    }

    @BeforeEach
    void start() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        try (Stream<Path> starters = Files.list(Path.of("corpus"))) {
            for (Path article : starters.toList()) {
                Files.copy(article, corpus.resolve(article.getFileName()));
            }
        }
        ibid = Child.serving(corpus, folder.resolve("data"));
        browser = new Page();
    }

    @AfterEach
    void stop() {
        browser.close();
        ibid.close();
    }

    /** Without scrolling there first: a reader finds only what is in sight. */
    private void click(Locator control) {
        assertThat(control).isInViewport();
        control.click();
        clicks++;
    }

    private Locator named(AriaRole role, String name) {
        return visit.page()
                .getByRole(role, new GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first();
    }

    private void needed(int most) {
        assertThat(clicks).isLessThanOrEqualTo(most);
        clicks = 0;
    }

    @ParameterizedTest
    @EnumSource(
            value = Visit.Way.class,
            names = {"DESKTOP", "PHONE"})
    void allSixAreDoneWithoutHelp(Visit.Way way) {
        visit = new Visit(browser, ibid.url(), way);
        visit.ask("Who said that ASEAN does not need NATO, and when?");
        assertThat(visit.find("ibid-turn"))
                .containsText(Pattern.compile("Hass?an.*2024|2024.*Hass?an", Pattern.DOTALL));
        visit.ask("How many staff does NSATU have?");
        assertThat(visit.find("ibid-turn").last().locator(".corrected").first()).isInViewport();
        narrowToOneOutletAndMonth();
        exportToWord();
        findByAWordAndUndoARemoval();
    }

    private void narrowToOneOutletAndMonth() {
        click(named(AriaRole.BUTTON, "Asking all articles"));
        click(named(AriaRole.BUTTON, "October 2024: "));
        click(named(AriaRole.CHECKBOX, "Ibid Wire"));
        needed(3);
        visit.ask("How many staff does NSATU have?");
        assertThat(visit.find(".scoped").last()).containsText("Ibid Wire · 1 October 2024 to 31 October 2024");
    }

    private void exportToWord() {
        Locator turn = visit.find("ibid-turn").last();
        click(turn.locator("ibid-export summary"));
        Locator word = turn.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Word"));
        Download file = visit.page().waitForDownload(() -> click(word));
        assertThat(file.suggestedFilename()).isEqualTo("how-many-staff-does-nsatu-have.docx");
        needed(2);
    }

    private void findByAWordAndUndoARemoval() {
        click(named(AriaRole.LINK, "Articles"));
        assertThat(visit.find("#filter")).isFocused();
        visit.page().keyboard().type("submarines");
        assertThat(visit.find("ibid-articles .total")).not().hasText("24 articles");
        click(visit.find("ibid-articles .rows li a").first());
        String title = visit.find("ibid-reader h2").innerText();
        needed(2);
        click(named(AriaRole.BUTTON, "Remove"));
        click(named(AriaRole.BUTTON, "Undo"));
        assertThat(visit.find("ibid-reader h2")).hasText(title);
        needed(2);
    }
}
