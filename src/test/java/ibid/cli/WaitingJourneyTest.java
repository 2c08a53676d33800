package ibid.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ibid.model.PassageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the page shows while an answer is slow, once it was stopped, and where there are no articles or no server. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/chromium")
class WaitingJourneyTest {

    private static final String STAFF = "How many staff does NSATU have?";

    @TempDir
    private static Path folder;

    private static Page browser;

    static boolean there() {
        return Page.there();
    }

    @BeforeAll
    static void start() {
        browser = new Page();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    /** Reads nothing for an answer until the gate of its time is open. */
    private static PassageReader waiting(PassageReader reader, AtomicReference<CountDownLatch> gate) {
        return (question, passage, sentences) -> {
            if (question.equals(STAFF)) {
                pass(gate.get());
            }
            return reader.read(question, passage, sentences);
        };
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aSlowAnswerShowsItsPassagesAtOnceAndCanBeStopped() {
        AtomicReference<CountDownLatch> gate = new AtomicReference<>();
        try (Served slow = new Served(folder.resolve("slow"), one -> one, reader -> waiting(reader, gate))) {
            for (Visit.Way way : Visit.Way.values()) {
                gate.set(new CountDownLatch(1));
                Visit visit = new Visit(browser, slow.url(), way);
                visit.begin(STAFF);
                assertThat(visit.find(".under-way .clock")).hasText(Pattern.compile("\\d+ s"));
                if (way != Visit.Way.PHONE && way != Visit.Way.ZOOM) {
                    assertThat(visit.find("ibid-evidence a").first()).isVisible();
                }
                visit.shown("waiting");
                visit.use(visit.button("Stop"));
                gate.get().countDown();
                assertThat(visit.find("ibid-turn ibid-problem")).isVisible();
                assertThat(visit.find("ibid-evidence h2")).not().hasText("Searching the articles…");
                visit.shown("stopped");
                visit.use(visit.button("Try again"));
                assertThat(visit.find("ibid-turn")).hasAttribute("data-state", "answered");
                visit.close();
            }
        }
    }

    @TestFactory
    List<DynamicTest> withoutArticlesThereIsAPlaceToAddSome() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        List<DynamicTest> tests = new ArrayList<>();
        for (Visit.Way way : Visit.Way.values()) {
            tests.add(DynamicTest.dynamicTest("empty, " + way, () -> {
                try (Child ibid = Child.serving(empty, folder.resolve("data-empty"))) {
                    Visit visit = new Visit(browser, ibid.url(), way);
                    assertThat(visit.find("ibid-start .empty")).containsText("or drop files here");
                    visit.shown("empty");
                    ibid.kill();
                    visit.ask("Is anybody there?");
                    assertThat(visit.find("ibid-turn ibid-problem")).containsText("failed");
                    visit.shown("server-gone");
                    visit.close();
                }
            }));
        }
        return tests;
    }
}
