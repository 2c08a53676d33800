package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import ibid.serve.Running;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** An editor looks at the figures in a real browser. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class StatsJourneyTest {

    private static final String SOLD = "How much was the ferry Aurelia sold for?";

    /** Spreads the answers over the last days, one a day. */
    private static final String SPREAD =
            "UPDATE answer_figure SET day = date('now', '-' || (rowid * 3) || ' days'), total_ms = 300 * rowid";

    @TempDir
    private Path folder;

    static boolean there() {
        return Page.there();
    }

    @Test
    void figuresArePlotsWithTablesAndListsToActOn() throws SQLException {
        try (Running server = Running.over(folder);
                Page browser = new Page()) {
            server.ask(SOLD, "");
            server.ask("Who is Anna Berg?", "");
            server.ask("Who won the chess championship of Atlantis?", "");
            server.ask("who won the atlantis chess championship", "");
            server.ask("What did the new lighthouse cost the island?", "");
            spread();
            com.microsoft.playwright.Page page = browser.open(server.url("/"), 1360, 900, ColorScheme.LIGHT);
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Figures"))
                    .click();
            Locator stats = page.locator("ibid-stats");
            assertThat(stats.locator(".shown dl")).containsText(Pattern.compile("Answers\\s*5"));
            assertThat(stats.locator("svg[role=img]")).hasCount(2);
            assertThat(stats.locator("svg").first().locator("rect")).hasCount(30 * 3);
            Locator table = stats.locator("ibid-plot").first();
            table.locator("summary").click();
            assertThat(table.locator("tbody tr")).hasCount(30);
            assertThat(table.locator("thead")).containsText("Refused");
            assertThat(stats.locator("section").first())
                    .containsText(Pattern.compile("Not answered since.*chess championship.*2 times", Pattern.DOTALL));
            assertThat(stats.locator("section").first().locator("details")).hasCount(1);
            assertThat(stats.locator("section").last()).containsText("bridge");
            Page.picture(page, "figures");
            Page.assertAccessible(page);

            stats.getByLabel("Days").selectOption("365");
            assertThat(table.locator("tbody tr")).not().hasCount(30);
            stats.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close the figures"))
                    .click();
            assertThat(stats).isHidden();
        }
    }

    @Test
    void onAPhoneInTheDarkNothingIsCutOff() throws SQLException {
        try (Running server = Running.over(folder);
                Page browser = new Page()) {
            server.ask(SOLD, "");
            server.ask("Who won the chess championship of Atlantis?", "");
            spread();
            com.microsoft.playwright.Page page = browser.open(server.url("/#/stats"), 360, 740, ColorScheme.DARK);
            assertThat(page.locator("ibid-stats svg").first()).isVisible();
            page.locator("ibid-plot summary").first().click();
            Page.picture(page, "figures-phone");
            Page.assertAccessible(page);
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 360"
                            + " && document.querySelector('aside').scrollWidth <= 360"))
                    .as("the page does not scroll sideways")
                    .isTrue();
        }
    }

    private void spread() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute(SPREAD);
        }
    }
}
