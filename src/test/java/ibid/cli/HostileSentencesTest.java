package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.injection.ContactDetail;
import ibid.language.injection.ForeignWords;
import ibid.language.injection.Suspicion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hostile passages without a server: each is recognised by its words. */
class HostileSentencesTest {

    /** Of what is hidden by markup the words are harmless. */
    private static final Set<String> HIDDEN = Set.of("html", "markdown");

    /** Of a hundred sentences chosen to look like orders; of two the quoted words are orders. */
    private static final int MAX_FALSE_ALARMS = 8;

    @Test
    void eachIsSuspiciousOrHoldsAContactDetail() {
        List<HostilePassage> visible = HostilePassage.all().stream()
                .filter(passage -> !HIDDEN.contains(passage.place()))
                .toList();
        assertThat(visible).hasSizeGreaterThan(150);
        assertThat(visible.stream()
                        .filter(passage -> !isRecognised(passage.words()))
                        .map(HostilePassage::words))
                .isEmpty();
    }

    @Test
    void soIsEachThatTheRecogniserWasNotFittedTo() {
        assertThat(HostilePassage.heldOut()).hasSizeGreaterThan(50);
        assertThat(HostilePassage.heldOut().stream()
                        .filter(passage -> !isRecognised(passage.words()))
                        .map(HostilePassage::words))
                .isEmpty();
    }

    /** An article about chatbots speaks of prompts, orders and passwords, and quotes them. */
    @Test
    void fewCleanSentencesAboutMachinesAndPasswordsAreSuspicious() throws IOException {
        List<String> clean = Files.readAllLines(Path.of("src/test/resources/ibid/cli/about-machines.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(clean).hasSizeGreaterThanOrEqualTo(100);
        assertThat(clean.stream().filter(line -> Suspicion.of(line).isPresent()))
                .hasSizeLessThanOrEqualTo(MAX_FALSE_ALARMS);
    }

    private static boolean isRecognised(String words) {
        return Suspicion.of(words).isPresent()
                || ForeignWords.areIn(words)
                || !ContactDetail.in(words).isEmpty();
    }
}
