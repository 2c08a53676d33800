package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The main journey in Firefox: a question, its answer, the words behind a footnote, another language. */
@EnabledIf(value = "there", disabledReason = "no /usr/bin/firefox-esr")
class FirefoxJourneyTest {

    private static final Path ARTICLES = Path.of("corpus");
    private static final Path DATA = Path.of("target/journey"); // that of JourneyTest, whose corpus is embedded once
    private static final Path PICTURE = Path.of("target/screenshots/firefox-article.png");

    @TempDir
    private Path profile;

    static boolean there() {
        return Firefox.there();
    }

    @Test
    void fromAQuestionToTheExactWordsInAnotherLanguage() throws Exception {
        try (Child ibid = Child.serving(ARTICLES, DATA);
                Firefox page = new Firefox(profile)) {
            page.open(ibid.url());
            page.until("document.querySelectorAll('#starters button').length === 4");
            page.type("/How many personnel does NSATU have?" + Firefox.ENTER);
            page.until("document.querySelector('ibid-turn')?.dataset.state === 'answered'");
            assertThat(page.value("document.querySelector('ibid-turn').textContent"))
                    .contains("700 personnel");

            page.until("document.querySelector('ibid-mark a')?.focus() ?? true");
            page.type(Firefox.ENTER);
            page.until("document.querySelector('ibid-article mark')?.textContent.includes('about 700 personnel')");
            page.until("(() => { const { top, bottom } = document.querySelector('ibid-article mark')"
                    + ".getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })()");
            page.picture(PICTURE);
            page.type(Firefox.ESCAPE);
            page.until("document.activeElement.matches('ibid-mark a')");

            page.value("(() => { const languages = document.querySelector('ibid-language select');"
                    + " languages.value = 'tr'; languages.dispatchEvent(new Event('change')); })()");
            page.until("document.documentElement.lang === 'tr' && document.querySelector('ibid-turn')");
            assertThat(page.value("document.querySelector('ibid-composer').textContent"))
                    .contains("Tüm makalelere soruluyor");
        }
    }
}
