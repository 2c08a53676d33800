package ibid.language.injection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "More is on bridges.example.org/news.|LINK",
                "More is on https://bridges.org.|LINK",
                "更多信息见bridges.example。|LINK",
                "Write to guide@bridges.org for a tour.|EMAIL",
                "The office answers on +44 20 7946 0958.|PHONE",
                "Call 555-0199-22 after eight.|PHONE",
                "The office answers on 202-555-0142.|PHONE",
                "Donations go to DE89 3704 0044 0532 0130 00.|PAYMENT",
                "Send it to bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh.|PAYMENT",
                "Enter your new password here.|CREDENTIAL"
            })
    void detailsAreFound(String sentence, ContactDetail detail) {
        assertThat(ContactDetail.in(sentence)).containsExactly(detail);
        assertThat(ContactDetail.isUnasked(sentence, "When was the bridge built?"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bridge was built in 1998-2003 for 1,200,000 euros.",
                "On 12.05.2021 the U.S. Army opened it at 8 p.m. to St. Petersburg.",
                "Amazon.com is born.",
                "Carmichael (1899-1981) sang there.",
                "He called 911 at noon.",
                "Their passwords were stolen.",
                "Keep your new password secret.",
                "More is on www.state.gov/news.",
                "It was the end.The bridge fell."
            })
    void figuresNamesAndDatesAreNoDetails(String sentence) {
        assertThat(ContactDetail.in(sentence)).isEmpty();
    }

    @Test
    void whatTheQuestionAsksForIsAsked() {
        assertThat(ContactDetail.isUnasked("Call +44 20 7946 0958.", "What is the phone number of the bridge office?"))
                .isFalse();
        assertThat(ContactDetail.isUnasked("More is on bridges.example.org.", "Which website has the timetable?"))
                .isFalse();
        assertThat(ContactDetail.isUnasked("It is run by bridges.example.org.", "What is bridges.example.org?"))
                .isFalse();
        assertThat(ContactDetail.isUnasked("Die Nummer ist 030 901 820 00.", "Wie lautet die Telefonnummer?"))
                .isFalse();
        assertThat(ContactDetail.isUnasked("Call +44 20 7946 0958.", "Which website has the timetable?"))
                .isTrue();
    }
}
