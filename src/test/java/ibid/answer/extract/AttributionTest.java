package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Imprint;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {

    @Test
    void aJudgementWithoutASpeakerNeedsOne() {
        assertThat(Attribution.isNeeded("The plan is dangerous and will likely fail."))
                .isTrue();
        assertThat(Attribution.isNeeded("Japan should leave the treaty.")).isTrue();
    }

    @Test
    void aSentenceThatNamesItsSpeakerOrReportsAFactNeedsNone() {
        assertThat(Attribution.isNeeded("Gerasimov said that the plan was dangerous."))
                .isFalse();
        assertThat(Attribution.isNeeded("The carrier left Toulon on 28 November."))
                .isFalse();
    }

    @Test
    void namesPublisherAndDayThenThePublisherAlone() {
        Imprint imprint = new Imprint(
                "T", "A. Writer", "Harbour Gazette", "2025-03-03", Imprint.DateBasis.STATED, "", "", List.of());
        assertThat(Attribution.quote(imprint, true, "It will fail."))
                .isEqualTo("Harbour Gazette, 3 March 2025: “It will fail.”");
        assertThat(Attribution.quote(imprint, false, "It will fail.")).isEqualTo("Harbour Gazette: “It will fail.”");
    }

    @Test
    void withoutAPublisherTheAuthorSpeaksAndElseTheTitle() {
        assertThat(new Imprint("T", "A. Writer", "", "", Imprint.DateBasis.NONE, "", "", List.of()).voice())
                .isEqualTo("A. Writer");
        assertThat(new Imprint("T", "", "", "", Imprint.DateBasis.NONE, "", "", List.of()).voice())
                .isEqualTo("“T”");
    }
}
