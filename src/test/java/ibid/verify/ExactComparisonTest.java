package ibid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactComparisonTest {

    private static final String TOLD =
            "On 10 July 2024 the foreign minister, Arno Velt, said that 700 people in Wiesbaden would not serve "
                    + "in Ukraine before the summit. The United Nations may send observers, and Mara Lind praised the "
                    + "plan.";

    private static ExactComparison.Result check(String claim) {
        return ExactComparison.of(
                new Claim(claim, TOLD, "Harbour Post. Ana Brock.", Optional.of(LocalDate.of(2024, 7, 12))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On 10 July 2024 the foreign minister, Arno Velt, said that 7,000 people in Wiesbaden would not "
                        + "serve in Ukraine before the summit.|NUMBER|the article says 700, not 7,000",
                "On 11 July 2024 the foreign minister, Arno Velt, said that 700 people in Wiesbaden would not "
                        + "serve in Ukraine before the summit.|DATE|the article says 10 July 2024, not 11 July 2024",
                "On 10 July 2024 the foreign minister, Arno Velt, said that 700 people in Ramstein would not "
                        + "serve in Ukraine before the summit.|NAME|the article says Wiesbaden, not Ramstein",
                "On 10 July 2024 the foreign minister, Arno Velt, said that 700 people in Wiesbaden would serve "
                        + "in Ukraine before the summit.|NEGATION|the article says “not”",
                "On 10 July 2024 the foreign minister, Arno Velt, said that 700 people in Wiesbaden would not "
                        + "serve in Ukraine after the summit.|NEGATION|the article says “before”, not “after”",
                "On 10 July 2024 the foreign minister, Arno Velt, said that 700 people in Ukraine would not "
                        + "serve in Wiesbaden before the summit.|NAME|the article says Wiesbaden, not Ukraine",
                "The United Nations may send observers, and Arno Velt praised the plan.|NAME|the article says "
                        + "Mara Lind, not Arno Velt",
                "The United Nations may send observers, and Mara Lind did not praise the plan.|NEGATION|the "
                        + "article says it without “not”"
            })
    void anExchangedFactIsNamedWithWhatTheArticleSays(String claim, Finding.Kind kind, String reason) {
        assertThat(check(claim).findings()).as("%s", check(claim)).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.contradicts()).isTrue();
            assertThat(finding.reason()).isEqualTo(reason);
        });
    }

    /** Scraped text has such names; the empty word between the hyphens once stopped the check. */
    @Test
    void namesWithTwoHyphensAreCompared() {
        assertThat(ExactComparison.of(new Claim(
                                "Rhine--Main Airport closed.", "The Rhine--Main Airport closed.", "", Optional.empty()))
                        .findings())
                .isEmpty();
    }

    @Test
    void oneIsANumberWhereTheArticleCountsTheSame() {
        assertThat(ExactComparison.of(
                                new Claim("It cost one crown.", "It cost forty million crowns.", "", Optional.empty()))
                        .findings())
                .extracting(Finding::reason)
                .containsExactly("the article says forty million crowns, not one crown");
        assertThat(ExactComparison.of(new Claim(
                                "It was one ship of many.",
                                "It was a ship of many. Two ships sank.",
                                "",
                                Optional.empty()))
                        .findings())
                .isEmpty();
        assertThat(ExactComparison.of(new Claim(
                                "One of the ships sank.",
                                "Two ships sailed and the smaller sank.",
                                "",
                                Optional.empty()))
                        .findings())
                .isEmpty();
    }

    @Test
    void whoDidWhatToWhomMayNotBeTurned() {
        assertThat(ExactComparison.of(new Claim(
                                "The New Harbour Security Pact presented Xi Jinping by video to the forum.",
                                "Xi Jinping presented the New Harbour Security Pact by video to the forum.",
                                "",
                                Optional.empty()))
                        .findings())
                .anyMatch(Finding::contradicts);
        assertThat(ExactComparison.of(new Claim(
                                "In Bergen, Arno Velt spoke to the forum by video.",
                                "Arno Velt spoke to the forum by video in Bergen.",
                                "",
                                Optional.empty()))
                        .findings())
                .isEmpty();
    }

    @Test
    void aNameInAPronounsPlaceMustStandThere() {
        assertThat(ExactComparison.of(new Claim(
                                "Eklund said that the command was to have a staff of 7,000.",
                                "He said that the command was to have a staff of 7,000.",
                                "",
                                Optional.empty()))
                        .findings())
                .extracting(Finding::reason)
                .containsExactly("Eklund is not in the quoted words");
    }

    @Test
    void aClauseThatIsAddedIsFound() {
        assertThat(check("The United Nations may send observers, and Mara Lind praised the plan, because "
                                + "a typhoon had closed the harbours.")
                        .findings())
                .extracting(Finding::reason)
                .containsExactly("“because a typhoon had closed the harbours” is not in the quoted words");
    }

    /** Each was once a false finding against a true claim. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He was relieved and said so on Monday.|Berg was relieved and said so on Monday.",
                "Well, the plan is praised by most of them.|Often, the plan is praised by most of them.",
                "Chris Kyle died.|Christopher Scott Kyle died.",
                "iTunes Radio was a service.|iTunes Radio was a service of a maker of phones.",
                "It ran in April of 1866.|It ran on April 14 , 1866.",
                "The fair opened on 23 February 2011 in Oslo.|The fair took place from 23 February to 6 March "
                        + "2011 in Oslo.",
                "They fight on April 9, 2011.|In 2011 they will fight again, on April 9th."
            })
    void anotherFormOfTheSameIsNotAFinding(String claim, String evidence) {
        assertThat(ExactComparison.of(new Claim(claim, evidence, "", Optional.empty()))
                        .findings())
                .filteredOn(finding -> finding.kind() != Finding.Kind.MODALITY)
                .isEmpty();
    }

    @Test
    void aHedgeInTheArticleMayNotBeDropped() {
        assertThat(check("The United Nations will send observers, and Mara Lind praised the plan.")
                        .findings())
                .extracting(Finding::reason)
                .containsExactly("the article says “may”, not “will”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Velt said 700 people would not serve.",
                "The UN may send observers.",
                "Foreign minister Velt spoke in July 2024.",
                "Ana Brock reports that seven hundred people in Wiesbaden would not serve.",
                "The foreign minister said that 700 people in Wiesbaden would not serve in Ukraine.",
                "Mara Lind praised the plan.",
                "In 2024, A. Velt spoke of Ukraine."
            })
    void trueSentencesInFewerWordsHaveNothingAgainstThem(String claim) {
        assertThat(check(claim).findings()).isEmpty();
    }

    @Test
    void whatIsNotInTheEvidenceIsAbsentNotContradicted() {
        assertThat(check("Observers of 12 states praised Canberra in 1999.").findings())
                .allMatch(finding -> !finding.contradicts())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Finding.Kind.NUMBER, Finding.Kind.DATE, Finding.Kind.NAME);
    }

    @Test
    void yesterdayIsTheDayBeforePublication() {
        Claim claim = new Claim(
                "The talks ended on 11 July 2024.",
                "The talks ended yesterday.",
                "",
                Optional.of(LocalDate.of(2024, 7, 12)));
        assertThat(ExactComparison.of(claim).findings()).isEmpty();
        assertThat(ExactComparison.of(new Claim(
                                "The talks ended on 10 July 2024.",
                                "The talks ended yesterday.",
                                "",
                                claim.published()))
                        .findings())
                .isNotEmpty();
    }
}
