package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.CorrectionNotice.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeChangesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "An earlier version of this article said 31; it is 32. | 31 | 32",
                "The price is 4.20 crowns, not 4.60. | 4.60 | 4.20 crowns",
                "The council's figure was not 60 per cent but 16 per cent. | 60 per cent | 16 per cent",
                "It said that it was to have a guard of about 7,000. The right figure is about 700. | 7,000 | 700",
                "The bridge opened in 1987, not in 1978. | 1978 | 1987",
                "The fair opens on 14 May, not on 12 May. | 12 May | 14 May",
                "This story has been corrected from 40 to 14 wolves. | 40 | 14",
                "The mayor is Ruth Arden, not Ruth Alder. | Ruth Alder | Ruth Arden",
                "An earlier version of this story named the winner as Tomas Vell. The winner was Tomas Bell. |"
                        + " Tomas Vell | Tomas Bell",
                "We wrote that the talks between Norr and Vell were held in Dorrin. They were held in Varn Bay. |"
                        + " Dorrin | Varn Bay",
                "The play is called “The Mill Owl”, not “The Mill Owner”. | The Mill Owner | The Mill Owl",
                "A caption misstated the height as 46 metres; the tower is 64 metres high. | 46 metres | 64 metres",
                "We wrongly reported 16 per cent. In fact 61 per cent were for it. | 16 per cent | 61 per cent",
                "We wrote that 16 voters said yes to the tram, but 61 did. | 16 | 61",
                "The article should have said 320 pupils instead of 230. | 230 | 320"
            })
    void aNoticeTellsWhatWasWrongAndWhatIsRight(String notice, String withdrawn, String right) {
        assertThat(NoticeChanges.in(notice)).containsExactly(new Change(withdrawn, right));
    }

    @Test
    void severalValuesAreWithdrawnAtOnce() {
        assertThat(NoticeChanges.in("The mayor is Ruth Arden, not Ruth Alder, and the vote is on 4 May, not 5 May."))
                .containsExactly(new Change("Ruth Alder", "Ruth Arden"), new Change("5 May", "4 May"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "An earlier version of this article misstated the price; the ticket costs 4.20 crowns.",
                "An earlier version of this article misspelled the name of the mayor, Ruth Arden.",
                "This article was corrected on 4 May 2025."
            })
    void aValueWithoutItsCounterpartIsNotTaken(String notice) {
        assertThat(NoticeChanges.in(notice)).isEmpty();
    }
}
