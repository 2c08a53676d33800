package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import ibid.log.AskedQuestion;
import ibid.log.TurnLog;
import ibid.serve.Running;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A reader of many conversations goes through them in a real browser. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class ConversationsJourneyTest {

    private static final int ASKED = 230; // more than the list shows at first

    @TempDir
    private Path folder;

    static boolean there() {
        return Page.there();
    }

    @Test
    void theOldestOfManyIsReachedByTheButtonAndByAWordOfItsTitle() {
        try (Running server = Running.over(folder);
                Page browser = new Page()) {
            try (TurnLog log = new TurnLog(folder.resolve("log.sqlite"))) {
                for (int at = 0; at < ASKED; at++) {
                    String question = at == 0 ? "Who painted the lighthouse?" : "What did ferry " + at + " cost?";
                    log.questions().ask(AskedQuestion.first("a" + at, "c" + at, Instant.now(), question));
                }
            }
            com.microsoft.playwright.Page page = browser.open(server.url("/"), 1360, 900, ColorScheme.LIGHT);
            Locator list = page.locator("ibid-conversations");
            assertThat(list.locator("li")).hasCount(200);
            assertThat(list).not().containsText("lighthouse");
            Page.assertAccessible(page);

            list.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Show more").setExact(true))
                    .press("Enter");
            assertThat(list.locator("li")).hasCount(ASKED);
            assertThat(list.locator("li a").nth(200)).isFocused();
            Page.picture(page, "conversations");

            page.reload();
            assertThat(list.locator("li")).hasCount(200);
            page.getByLabel("Find a conversation").fill("LIGHThouse");
            assertThat(list.locator("li")).hasCount(1);
            list.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Who painted the lighthouse?"))
                    .click();
            assertThat(page).hasURL(server.url("/#/c/c0"));
            assertThat(page.getByRole(
                            AriaRole.BUTTON,
                            new GetByRoleOptions().setName("Show more").setExact(true)))
                    .isHidden();
        }
    }
}
