package ibid.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static String page(List<Result> before) {
        return new ReportPage(Results.SOME, before, List.of("recall@5: expected 0.900"), List.of("A <note>.")).html();
    }

    @Test
    void needsNothingFromElsewhere() {
        assertThat(page(List.of())).doesNotContainPattern("https?:|src=|<link|@import|<script").contains("prefers-color-scheme: dark");
    }

    @Test
    void whatComesFromOutsideIsNoMarkup() {
        assertThat(page(List.of())).contains("The &lt;ferry&gt;").contains("A &lt;note&gt;.").doesNotContain("<ferry>");
    }

    @Test
    void aFailingTopicIsShownWithAnswerFootnoteVerdictAndReason() {
        assertThat(page(List.of())).contains("Topics to look at: 3 of 4").contains("some vital nuggets are not in the answer").contains("<blockquote>[1] “The ferry was sold.”").contains("the article says kept, not sold")
                .contains("breach: an abstained answer has footnotes").contains("Outside its tolerance: recall@5: expected 0.900").doesNotContain("<summary><b>t1</b>");
    }

    @Test
    void aRunBeforeIsSetBesideIt() {
        assertThat(page(List.of())).doesNotContain("Beside the run before");
        assertThat(page(List.of(Results.result("t2", "fact", "answered", "answered", 1, 20)))).contains("Beside the run before").contains("answered before, abstained now").contains("1 for the worse");
    }
}
