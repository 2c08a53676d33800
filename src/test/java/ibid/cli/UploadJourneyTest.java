package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import ibid.read.pdf.PdfPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A reader adds and removes articles in a real browser, in a separate folder, against Ibid in a separate process. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class UploadJourneyTest {

    private static final String FERRY =
            "# The ferry that never sailed\n\nThe ferry Aurelia was sold to Bergen for two million crowns. "
                    + "Nobody had sailed in her.";

    @TempDir
    private Path folder;

    private Child ibid;
    private Page browser;

    static boolean there() {
        return Page.there();
    }

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(
                folder.resolve("articles/bridge.md"),
                "# The new bridge\n\nThe new bridge opened on Sunday. It cost forty million crowns.");
        Files.writeString(folder.resolve("articles/minutes.pages"), "PK");
        ibid = Child.serving(folder.resolve("articles"), folder.resolve("data"));
        browser = new Page();
    }

    @AfterEach
    void stop() {
        browser.close();
        ibid.close();
    }

    private com.microsoft.playwright.Page open(int width, ColorScheme colours) {
        com.microsoft.playwright.Page page = browser.open(ibid.url() + "/#/articles", width, 860, colours);
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Add articles")))
                .isVisible();
        return page;
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes());
    }

    private static void choose(com.microsoft.playwright.Page page, FilePayload... files) {
        page.waitForFileChooser(() -> page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Add articles"))
                        .click())
                .setFiles(files);
    }

    @Test
    void filesAreAddedAskedAboutReplacedAndRemoved() {
        com.microsoft.playwright.Page page = open(1280, ColorScheme.LIGHT);
        choose(
                page,
                file("ferry.md", FERRY),
                file("broken.pdf", "no PDF"),
                file("bridge.md", "# The new bridge\n\nAnother text about the bridge stands here."));
        assertThat(page.getByText("1 of 3 files added.")).isVisible();
        assertThat(page.locator("ibid-intake li")).hasCount(3);
        assertThat(page.locator(
                        "ibid-intake li", new com.microsoft.playwright.Page.LocatorOptions().setHasText("broken.pdf")))
                .containsText("was not added");
        assertThat(page.locator("ibid-articles .total")).hasText("2 articles");
        page.getByText("1 file left out, with the reason").click();
        assertThat(page.getByText("minutes.pages: format not read")).isVisible();
        Page.picture(page, "upload");
        Page.assertAccessible(page);

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Replace bridge.md"))
                .click();
        assertThat(page.getByText("bridge.md replaced the one that was there")).isVisible();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Close the list"))
                .click();
        page.getByLabel("Your question").fill("How much was the ferry Aurelia sold for?");
        page.keyboard().press("Enter");
        assertThat(page.locator("ibid-turn")).containsText("two million crowns");

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^Articles")))
                .click();
        page.locator(
                        "ibid-articles li a",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText("The ferry that never sailed"))
                .click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Remove"))
                .click();
        assertThat(page.locator("#announcer")).containsText("was removed");
        assertThat(page.getByText("1 article", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        assertThat(folder.resolve("articles/ferry.md")).doesNotExist();
        Page.picture(page, "undo");
        Page.assertAccessible(page);
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Undo")))
                .isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("ibid-reader h2")).hasText("The ferry that never sailed");
        assertThat(folder.resolve("articles/ferry.md")).hasContent(FERRY);
    }

    @Test
    void aDeletedConversationComesBackUntilUndoingIsOver() throws Exception {
        com.microsoft.playwright.Page page = browser.open(ibid.url(), 1280, 860, ColorScheme.LIGHT);
        page.getByLabel("Your question").fill("What did the new bridge cost?");
        page.keyboard().press("Enter");
        assertThat(page.locator("ibid-turn")).hasAttribute("data-state", "answered");
        String address = page.url();
        Locator listed = page.locator("ibid-conversations li");
        Locator delete = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^Delete ")));
        delete.press("Enter");
        assertThat(listed).hasCount(0);
        assertThat(page.locator("ibid-turn")).hasCount(0);
        page.keyboard().press("Enter"); // on “Undo”, which has the focus
        assertThat(listed).hasCount(1);
        assertThat(page.locator("ibid-turn")).containsText("forty million crowns");
        assertThat(page).hasURL(address);

        delete.press("Enter");
        assertThat(listed).hasCount(0);
        page.waitForRequest(
                request -> request.method().equals("DELETE"), () -> page.reload()); // leaving the page ends the wait
        assertThat(page.locator("ibid-conversations")).containsText("None yet");
        page.navigate(address);
        page.reload();
        assertThat(page.locator("ibid-chat ibid-problem")).isVisible();
    }

    @Test
    void aPdfIsReadAsTextAndSeenAsItIsPrinted() throws Exception {
        com.microsoft.playwright.Page page = open(1280, ColorScheme.DARK);
        try (PdfPages paper = new PdfPages()) {
            for (String sentence : List.of(
                    "The harbour of Visby was dredged in the spring of 1987.",
                    "The lighthouse of Hoburgen was lit by electricity in 1952.")) {
                paper.begin();
                paper.line(12, sentence);
                paper.line(12, "It took the engineers of the island longer than anybody had thought.");
            }
            choose(page, new FilePayload("harbour.pdf", "application/pdf", paper.bytes()));
        }
        assertThat(page.getByText("1 file added.")).isVisible();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Close the list"))
                .click();
        page.getByLabel("Your question").fill("When was the lighthouse of Hoburgen lit by electricity?");
        page.keyboard().press("Enter");
        assertThat(page.locator("ibid-turn")).hasAttribute("data-state", "answered");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Page 2").setExact(true))
                .click();
        assertThat(page.getByAltText(Pattern.compile("^Page 2 of “.* as printed$")))
                .isVisible();
        assertThat(page.locator("ibid-picture figcaption")).isEmpty(); // once the picture is there
        assertThat((Integer) page.locator("ibid-picture img").evaluate("image => image.naturalWidth"))
                .isBetween(900, 1000);
        assertThat(page.locator("ibid-article")).isHidden();
        Page.picture(page, "pdf-page-dark");
        Page.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Text").setExact(true))
                .click();
        assertThat(page.locator("ibid-article mark").first()).containsText("1952");
    }

    @Test
    void onAPhoneInTheDarkFilesAreAddedByKeyboard() {
        com.microsoft.playwright.Page page = open(390, ColorScheme.DARK);
        Page.picture(
                page, "articles-phone-dark"); // and so the page is drawn, before which the browser drops what is typed
        page.waitForFileChooser(() -> page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Add articles"))
                        .press("Enter"))
                .setFiles(new FilePayload[] {
                    file("ferry.md", FERRY),
                    file("a-name-that-is-so-long-that-no-telephone-shows-all-of-it-in-a-line.doc", "x")
                });
        assertThat(page.getByText("1 of 2 files added.")).isVisible();
        Page.picture(page, "upload-phone-dark");
        Page.assertAccessible(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }
}
