package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A reader's journey through the page in a real browser, on the starter corpus, against Ibid in a separate process. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class JourneyTest {

    private static final Path DATA =
            Path.of("target/journey"); // kept between runs, so that the corpus is embedded once

    /** Whether the first element found is what one sees at both ends of its first line, once it is scrolled to. */
    private static final String NOT_COVERED = """
            (selector) => {
              const words = document.querySelector(selector);
              const range = document.createRange();
              range.selectNodeContents(words);
              return ["start", "end"].every((block) => {
                words.scrollIntoView({ block, behavior: "instant" });
                const lines = [...range.getClientRects()].filter(({ width, top, bottom }) =>
                  width > 4 && top >= 0 && bottom <= innerHeight);
                const line = block === "start" ? lines[0] : lines.at(-1);
                const seen = line && document.elementFromPoint(line.left + 2, (line.top + line.bottom) / 2);
                return Boolean(seen) && (words.contains(seen) || seen.contains(words));
              });
            }""";

    private static Child ibid;
    private static Page browser;
    private static String url;

    static boolean there() {
        return Page.there();
    }

    @BeforeAll
    static void start() throws Exception {
        for (String old : new String[] {"log.sqlite", "log.sqlite-wal", "log.sqlite-shm"}) {
            Files.deleteIfExists(DATA.resolve(old));
        }
        ibid = Child.serving(Path.of("corpus"), DATA);
        url = ibid.url();
        browser = new Page();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (ibid != null) {
            ibid.close();
        }
    }

    private static com.microsoft.playwright.Page open(int width, int height, ColorScheme colours) {
        return browser.open(url, width, height, colours);
    }

    private static void ask(com.microsoft.playwright.Page page, String question) {
        page.getByLabel("Your question").fill(question);
        page.keyboard().press("Enter");
        assertThat(page.locator("ibid-turn").last())
                .hasAttribute("data-state", Pattern.compile("answered|partial|abstained"));
    }

    @Test
    void fromAQuestionToTheExactWordsAndBack() {
        com.microsoft.playwright.Page page = open(1360, 860, ColorScheme.LIGHT);
        assertThat(page.getByText("24 articles")).isVisible();
        assertThat(page.locator("#starters button")).hasCount(4);
        Page.picture(page, "start");
        Page.assertAccessible(page);

        ask(page, "How many personnel does NSATU have?");
        Locator turn = page.locator("ibid-turn");
        assertThat(turn).containsText("700 personnel");
        assertThat(turn.locator("ibid-mark").first()).isVisible();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^Footnote 1: ")))
                .first()
                .hover();
        assertThat(page.locator("#card")).containsText("NSATU is to have about 700 personnel");
        Page.picture(page, "answer");

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^Footnote 1: ")))
                .first()
                .click();
        assertThat(page.locator("ibid-article mark").first()).isInViewport();
        assertThat(page.locator("ibid-article mark").first()).containsText("NSATU is to have about 700 personnel");
        assertThat(page.locator("ibid-notes li.beside").first()).isVisible();
        Page.picture(page, "article");
        Page.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("ibid-reader")).hasAttribute("data-resting", "");
    }

    @Test
    void theEvidenceIsBesideTheAnswer() {
        com.microsoft.playwright.Page page = open(1360, 860, ColorScheme.LIGHT);
        ask(page, "What did Malaysia's foreign minister say about NATO in ASEAN?");
        assertThat(page.locator("#question")).isFocused();
        assertThat(page.locator("ibid-article mark:not(.pale)").first()).isInViewport();
        assertThat(page.locator("ibid-mark a[aria-current]").first()).hasText("1");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Next footnote"))
                .click();
        assertThat(page.locator("ibid-mark a[aria-current]").first()).hasText("2");
        assertThat(page.locator("ibid-reader .label").first()).containsText("Footnote 2 · Quoted");
        assertThat(page.locator("ibid-article mark:not(.pale)").first()).isInViewport();
        Page.picture(page, "evidence");

        page.getByRole(AriaRole.SEPARATOR).focus();
        double before = page.locator("aside").boundingBox().width;
        assertThat(page.locator("main").boundingBox().width).isGreaterThanOrEqualTo(560 + 2 * 16); // the answer's
        String share = page.getByRole(AriaRole.SEPARATOR).getAttribute("aria-valuenow");
        page.keyboard().press("ArrowLeft");
        assertThat(page.getByRole(AriaRole.SEPARATOR))
                .hasAttribute("aria-valuenow", String.valueOf(Integer.parseInt(share) + 4));
        assertThat(page.locator("aside").boundingBox().width).isGreaterThan(before);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Edit the question"))
                .click();
        assertThat(page.locator("#question")).hasValue("What did Malaysia's foreign minister say about NATO in ASEAN?");
        Page.assertAccessible(page);
    }

    @Test
    void aFollowUpARatingAndAReload() {
        com.microsoft.playwright.Page page = open(1360, 860, ColorScheme.DARK);
        ask(page, "When was AUKUS announced?");
        ask(page, "Who are its members?");
        assertThat(page.locator("ibid-turn")).hasCount(2);
        assertThat(page.locator("ibid-turn").last().locator(".understood")).containsText("AUKUS’s members");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Good answer"))
                .last()
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Good answer"))
                        .last())
                .hasAttribute("aria-pressed", "true");
        Page.picture(page, "conversation-dark");
        Page.assertAccessible(page);

        String shown = page.locator("ibid-turn").first().locator("ibid-prose").innerText();
        page.reload();
        assertThat(page.locator("ibid-turn")).hasCount(2);
        assertThat(page.locator("ibid-turn").first().locator("ibid-prose")).containsText(shown.substring(0, 40));
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Good answer"))
                        .last())
                .hasAttribute("aria-pressed", "true");
        assertThat(page.locator("ibid-conversations")).containsText("When was AUKUS announced?");
    }

    @Test
    void whatTheArticlesDoNotSay() {
        com.microsoft.playwright.Page page = open(1360, 860, ColorScheme.LIGHT);
        ask(page, "What did Kylie Minogue do?");
        assertThat(page.locator("ibid-turn")).hasAttribute("data-state", "abstained");
        assertThat(page.locator("ibid-turn")).containsText("The articles do not mention Kylie Minogue.");
        assertThat(page.locator("ibid-footnotes li")).hasCount(0);
        assertThat(page.getByText("Nearest passages, not evidence")).isVisible();
        Page.picture(page, "abstained");
    }

    @Test
    void aComparisonHasARowAlsoForWhoSaysNothing() {
        com.microsoft.playwright.Page page = open(360, 740, ColorScheme.DARK);
        ask(page, "What do Malaysia and Brazil say about an Asian NATO?");
        Locator table = page.locator("ibid-comparison table");
        assertThat(table.getByRole(AriaRole.ROWHEADER)).hasText(new String[] {"Malaysia", "Brazil"});
        assertThat(table.getByRole(AriaRole.CELL).first()).containsText("We do not need NATO in ASEAN");
        assertThat(table.getByRole(AriaRole.CELL).last()).containsText("nothing that Brazil says");
        Page.picture(page, "comparison-phone-dark");
        Page.assertAccessible(page);
        page.setViewportSize(1360, 860);
        Page.picture(page, "comparison");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(1360);
    }

    @Test
    void inTheLanguageOfTheBrowserAndInAnotherThatIsKept() {
        com.microsoft.playwright.Page page = browser.open(url, 1360, 860, ColorScheme.LIGHT, "de-AT");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page.getByText("24 Artikel, zuletzt eingelesen am")).isVisible();
        page.getByLabel("Ihre Frage").fill("How many personnel does NSATU have?");
        page.keyboard().press("Enter");
        assertThat(page.locator("ibid-turn")).hasAttribute("data-state", "answered");
        assertThat(page.locator("ibid-turn")).containsText("Stand: 20. Dezember 2024");
        assertThat(page.locator("ibid-article")).hasAttribute("lang", "en");
        Page.picture(page, "answer-german");
        Page.assertAccessible(page);

        page.getByLabel("Sprache").selectOption("ru");
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
        assertThat(page.locator("ibid-turn")).containsText("на 20 декабря 2024");
        page.navigate(url);
        assertThat(page.getByText("24 статьи")).isVisible();
        Page.picture(page, "start-russian");
        page.getByLabel("Язык").selectOption("zh");
        assertThat(page.getByText("24 篇文章")).isVisible();
        Page.assertAccessible(page);
    }

    @Test
    void onAPhoneByKeyboardAlone() {
        com.microsoft.playwright.Page page = open(360, 740, ColorScheme.LIGHT);
        page.locator("body").click();
        page.keyboard().press("/");
        page.keyboard().type("When did SEATO end?");
        page.keyboard().press("Enter");
        assertThat(page.locator("ibid-turn")).hasAttribute("data-state", "answered");
        Page.picture(page, "phone");
        page.locator("ibid-mark a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("ibid-article mark").first()).isInViewport();
        Page.picture(page, "phone-article");
        Page.assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("ibid-mark a").first()).isFocused();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }

    @Test
    void atFourHundredPerCentNothingCoversTheAnswer() {
        com.microsoft.playwright.Page page = open(320, 256, ColorScheme.LIGHT); // of a window of 1280 by 1024
        ask(page, "What did Malaysia's foreign minister say about NATO in ASEAN?");
        Locator sentence = page.locator("ibid-prose .sentence").first();
        sentence.scrollIntoViewIfNeeded();
        Page.picture(page, "zoom-answer");
        assertThat((Boolean) page.evaluate(NOT_COVERED, "ibid-prose .sentence")).isTrue();
        assertThat((Boolean) page.evaluate(NOT_COVERED, "ibid-footnotes q")).isTrue();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        Page.assertAccessible(page);
        page.locator("ibid-mark a").first().click();
        assertThat(page.locator("ibid-article mark").first()).isInViewport();
        Page.picture(page, "zoom-article");
        assertThat((Boolean) page.evaluate(NOT_COVERED, "ibid-article mark")).isTrue();
    }

    @Test
    void thePagesOwnTestsPass() throws Exception {
        HttpServer files = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Path.of("web").toAbsolutePath(),
                SimpleFileServer.OutputLevel.NONE);
        files.start();
        try {
            com.microsoft.playwright.Page page = browser.open(
                    "http://127.0.0.1:" + files.getAddress().getPort() + "/test/index.html",
                    1000,
                    800,
                    ColorScheme.LIGHT);
            page.waitForFunction("document.documentElement.dataset.tests");
            assertThat((String) page.evaluate("document.documentElement.dataset.tests"))
                    .matches("passed (\\d+) of \\1");
        } finally {
            files.stop(0);
        }
    }
}
