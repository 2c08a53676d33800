package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a reader does with an answer in a real browser: shares it, saves it, checks it again. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class AnswerToolsJourneyTest {

    private static final String FERRY = "# The ferry is sold\n\nThe ferry Aurelia was sold to Bergen for two million"
            + " crowns on Friday. She had carried nobody since her engines failed in the spring.\n";

    @TempDir
    private Path folder;

    private Child ibid;
    private Page browser;
    private com.microsoft.playwright.Page page;

    static boolean there() {
        return Page.there();
    }

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(folder.resolve("articles/ferry.md"), FERRY);
        ibid = Child.serving(folder.resolve("articles"), folder.resolve("data"));
        browser = new Page();
        page = browser.open(ibid.url(), 1280, 860, ColorScheme.LIGHT);
        page.getByLabel("Your question").fill("How much was the ferry Aurelia sold for?");
        page.keyboard().press("Enter");
        assertThat(page.locator("ibid-footnotes ol li")).hasCount(1);
    }

    @AfterEach
    void stop() {
        browser.close();
        ibid.close();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON,
                new com.microsoft.playwright.Page.GetByRoleOptions()
                        .setName(name)
                        .setExact(true));
    }

    @Test
    void anAnswerIsSharedSavedAndCheckedAgain() throws IOException {
        share();
        save();
        button("Check again").click();
        assertThat(page.locator("ibid-footnotes li .standing")).hasText("Still holds");
        Page.picture(page, "checked-again");
        Page.assertAccessible(page);
    }

    private void share() {
        button("Share").click();
        button("Make a link").click();
        Locator address = page.getByLabel("Link to this answer");
        assertThat(address).hasValue(Pattern.compile(".*/s/[\\w-]{43}"));
        Page.picture(page, "share");
        Page.assertAccessible(page);
        com.microsoft.playwright.Page other = browser.open(address.inputValue(), 900, 700, ColorScheme.LIGHT);
        assertThat(other.locator("article")).containsText("two million crowns");
        other.getByText("[1]").first().click();
        assertThat(other.locator("li:target")).containsText("The ferry Aurelia was sold");
        Page.picture(other, "shared");
        Page.assertAccessible(other);
        button("Revoke link 1").click();
        assertThat(page.locator("ibid-share li")).hasCount(0);
        assertThat(address).isHidden();
        other.reload();
        assertThat(other.locator("h1")).containsText("leads nowhere");
        button("Share").click();
        assertThat(page.locator("ibid-share")).hasCount(0);
    }

    private void save() throws IOException {
        Locator menu = page.locator("ibid-export summary");
        menu.click();
        Page.picture(page, "export");
        Page.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(button("Markdown")).isHidden();
        menu.click();
        Download file = page.waitForDownload(() -> button("Markdown").click());
        assertThat(file.suggestedFilename()).endsWith(".md");
        assertThat(Files.readString(file.path())).contains("two million crowns");
        assertThat(page.locator("#announcer")).hasText("Saved as Markdown");
    }
}
