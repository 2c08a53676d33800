package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.injection.ContactDetail;
import ibid.language.injection.Suspicion;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hostile passages without a server: each is recognised by its words. */
class HostileSentencesTest {

    /** Of what is hidden by markup the words are harmless. */
    private static final Set<String> HIDDEN = Set.of("html", "markdown");

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

    private static boolean isRecognised(String words) {
        return Suspicion.of(words).isPresent() || !ContactDetail.in(words).isEmpty();
    }
}
