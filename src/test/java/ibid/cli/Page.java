package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real headless Chromium. Its pictures are kept in target/screenshots. */
final class Page implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double MAX_WAIT_MILLIS = 30_000; // the machine may be busy: a test must not depend on its pace
    private static final Path PICTURES = Path.of("target/screenshots");

    private final Playwright playwright;
    private final Browser browser;

    Page() {
        PlaywrightAssertions.setDefaultAssertionTimeout(MAX_WAIT_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run",
                                "--disable-quic")));
    }

    static boolean there() {
        return Files.isExecutable(CHROMIUM);
    }

    com.microsoft.playwright.Page open(String url, int width, int height, ColorScheme colours) {
        return open(url, width, height, colours, "en-GB");
    }

    /** @param locale of the browser, which chooses the language of the page */
    com.microsoft.playwright.Page open(String url, int width, int height, ColorScheme colours, String locale) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale(locale)
                .setReducedMotion(ReducedMotion.REDUCE));
        com.microsoft.playwright.Page page = context.newPage();
        page.setDefaultTimeout(MAX_WAIT_MILLIS);
        page.navigate(url);
        return page;
    }

    static void picture(com.microsoft.playwright.Page page, String name) {
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Fails if axe finds a violation of WCAG 2.1, levels A and AA. */
    static void assertAccessible(com.microsoft.playwright.Page page) {
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(
                        "%s",
                        violations.stream()
                                .map(rule -> rule.getId() + " " + rule.getNodes())
                                .toList())
                .isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
