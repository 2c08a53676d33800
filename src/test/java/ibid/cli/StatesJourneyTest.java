package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import ibid.read.pdf.PdfPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each state of the page in each way of using it: brought about in a real browser, with a picture in
 * target/screenshots/states, without a fault that axe finds, without scrolling sideways.
 */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class StatesJourneyTest {

    private static final String STAFF = "How many staff does NSATU have?";
    private static final String LONG = "What did the ministers say? ".repeat(75);

    @TempDir
    private static Path folder;

    private static Child ibid;
    private static Page browser;
    private static String url;

    static boolean there() {
        return Page.there();
    }

    @BeforeAll
    static void start() throws IOException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        try (Stream<Path> starters = Files.list(Path.of("corpus"))) {
            for (Path article : starters.toList()) {
                Files.copy(article, corpus.resolve(article.getFileName()));
            }
        }
        Files.writeString(corpus.resolve("ferries.md"), PageArticles.TABLE);
        Files.writeString(corpus.resolve("lighthouse.html"), PageArticles.picture());
        Files.writeString(corpus.resolve("berths-town.md"), PageArticles.berths("Town Paper", "2025-03-04", "900"));
        Files.writeString(corpus.resolve("berths-post.md"), PageArticles.berths("Harbour Post", "2025-03-09", "1,400"));
        Files.writeString(corpus.resolve("minutes.pages"), "PK");
        Files.write(corpus.resolve("dredging.pdf"), pdf());
        ibid = Child.serving(corpus, folder.resolve("data"));
        url = ibid.url();
        browser = new Page();
    }

    private static byte[] pdf() throws IOException {
        try (PdfPages paper = new PdfPages()) {
            paper.begin();
            paper.line(12, "The harbour of Visby was dredged in the spring of 1987.");
            paper.line(12, "It took the engineers of the island longer than anybody had thought.");
            return paper.bytes();
        }
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

    private static Map<String, Consumer<Visit>> states() {
        Map<String, Consumer<Visit>> states = new LinkedHashMap<>();
        states.put(
                "start",
                visit -> assertThat(visit.find("ibid-overview .values s")).hasText("7,000"));
        states.put("answer", visit -> {
            visit.ask(STAFF);
            assertThat(visit.find("ibid-short .corrected")).containsText("Corrected 15 October 2024");
        });
        states.put("evidence", visit -> {
            visit.ask(STAFF);
            visit.use(visit.find("ibid-prose ibid-mark a").first());
            assertThat(visit.find("ibid-article mark").first()).isInViewport();
        });
        states.put("card", visit -> {
            visit.ask(STAFF);
            visit.reach(visit.find("ibid-prose ibid-mark a").first());
            assertThat(visit.find("#card"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(visit.hasCards()));
        });
        states.put("refusal", visit -> visit.ask("What did Kylie Minogue do?"));
        states.put("comparison", visit -> {
            visit.ask("What do Malaysia and Brazil say about an Asian NATO?");
            assertThat(visit.find("ibid-comparison .nothing")).containsText("Brazil");
        });
        states.put("timeline", visit -> {
            visit.ask("What happened between 2004 and 2017 with the Quad?");
            assertThat(visit.find("ibid-prose .told").first()).isVisible();
        });
        states.put("list", visit -> visit.ask("Which articles mention Japan?"));
        states.put("overview", visit -> visit.ask("What do the articles say about Taiwan?"));
        states.put("disagreement", visit -> {
            visit.ask("How many berths does the new harbour of Elmport have?");
            assertThat(visit.find("ibid-dots svg")).isVisible();
        });
        states.put("follow-up", visit -> {
            visit.ask("When was AUKUS announced?");
            visit.ask("Who are its members?");
            assertThat(visit.find(".understood").last()).containsText("AUKUS");
        });
        states.put("too-long", visit -> {
            visit.page().getByLabel("Your question").fill(LONG);
            visit.page().keyboard().press("Enter");
            assertThat(visit.find("ibid-composer .length")).isVisible();
        });
        states.put("scope", visit -> {
            visit.use(visit.find("ibid-scope button").first());
            assertThat(visit.find("ibid-scope .sum")).isVisible();
        });
        states.put("scoped-answer", StatesJourneyTest::narrow);
        states.putAll(places());
        states.putAll(tools());
        return states;
    }

    private static void narrow(Visit visit) {
        visit.use(visit.find("ibid-scope button").first());
        visit.use(visit.page().getByLabel("October 2024: "));
        visit.use(visit.page().getByLabel("Ibid Wire"));
        assertThat(visit.find("ibid-scope .sum")).hasText("2 articles in scope");
        visit.ask(STAFF);
        assertThat(visit.find(".scoped")).containsText("Ibid Wire");
    }

    private static Map<String, Consumer<Visit>> places() {
        Map<String, Consumer<Visit>> states = new LinkedHashMap<>();
        states.put("articles", visit -> {
            visit.use(visit.find("ibid-bar a[href$='articles']"));
            assertThat(visit.find("ibid-articles .rows li").first()).isVisible();
        });
        states.put("articles-found", visit -> {
            visit.use(visit.find("ibid-bar a[href$='articles']"));
            visit.write(visit.find("#filter"), "carrier strike");
            assertThat(visit.find("ibid-passages a").first()).isVisible();
        });
        states.put("table", visit -> open(visit, "ferries", "ibid-article table"));
        states.put("picture", visit -> open(visit, "lighthouse-html", "ibid-article figure img"));
        states.put("printed-page", visit -> {
            open(visit, "dredging-pdf", "ibid-picture button");
            visit.use(visit.button("Page 1"));
            assertThat(visit.find("ibid-picture img")).isVisible();
        });
        states.put("figures", visit -> {
            visit.use(visit.find("ibid-bar a[href$='stats']"));
            assertThat(visit.find("ibid-index summary")).containsText("left out, with the reason");
            visit.use(visit.find("ibid-index summary"));
        });
        states.put("no-article", visit -> open(visit, "nothing-of-the-kind", "ibid-reader .notice"));
        states.put("no-conversation", visit -> {
            visit.page().navigate(url + "/#/c/nothing-of-the-kind");
            assertThat(visit.find("ibid-chat ibid-problem")).isVisible();
        });
        return states;
    }

    private static void open(Visit visit, String article, String shown) {
        visit.page().navigate(url + "/#/a/" + article);
        assertThat(visit.find(shown).first()).isVisible();
    }

    private static Map<String, Consumer<Visit>> tools() {
        Map<String, Consumer<Visit>> states = new LinkedHashMap<>();
        states.put("conversations", visit -> {
            visit.ask(STAFF);
            Locator list = visit.find("ibid-conversations li").first();
            if (!list.isVisible()) {
                visit.use(visit.button("Conversations"));
            }
            assertThat(list).isVisible();
        });
        states.put("share", visit -> {
            visit.ask(STAFF);
            visit.use(visit.button("Share"));
            visit.use(visit.button("Make a link"));
            assertThat(visit.page().getByLabel("Link to this answer")).isVisible();
        });
        states.put("export", visit -> {
            visit.ask(STAFF);
            visit.use(visit.find("ibid-export summary"));
            assertThat(visit.button("Word")).isVisible();
        });
        states.put("feedback", visit -> {
            visit.ask(STAFF);
            visit.use(visit.button("Bad answer"));
            assertThat(visit.find("ibid-feedback")).isVisible();
        });
        states.put("checked-again", visit -> {
            visit.ask(STAFF);
            visit.use(visit.button("Check again"));
            assertThat(visit.find("ibid-footnotes li .standing").first()).hasText("Still holds");
        });
        return states;
    }

    @TestFactory
    List<DynamicTest> everyStateIsShownInEveryWay() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Visit.Way way : Visit.Way.values()) {
            states().forEach((name, bringAbout) -> tests.add(DynamicTest.dynamicTest(name + ", " + way, () -> {
                Visit visit = new Visit(browser, url, way);
                bringAbout.accept(visit);
                visit.shown(name);
                visit.close();
            })));
        }
        return tests;
    }
}
