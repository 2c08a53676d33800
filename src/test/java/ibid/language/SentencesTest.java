package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private static List<String> split(String text) {
        Text whole = new Text(text);
        return Sentences.in(whole, new Span(0, whole.length())).stream()
                .map(whole::slice)
                .toList();
    }

    @Test
    void breaksAtStopsBeforeACapital() {
        assertThat(split("The summit ended. Nobody signed! Why not? They went home."))
                .containsExactly("The summit ended.", "Nobody signed!", "Why not?", "They went home.");
    }

    @Test
    void keepsTitlesInitialsAndShortFormsTogether() {
        assertThat(split("Gen. Valery K. Gerasimov met Mr. Sato on 3 Nov. 2024. It was No. 7 of ten "
                        + "talks, i.e. Late ones."))
                .containsExactly(
                        "Gen. Valery K. Gerasimov met Mr. Sato on 3 Nov. 2024.",
                        "It was No. 7 of ten talks, i.e. Late ones.");
    }

    @Test
    void aShortFormEndsASentenceOnlyBeforeAnOpeningWord() {
        assertThat(split("Aid came from the U.S. The ships came later."))
                .containsExactly("Aid came from the U.S.", "The ships came later.");
        assertThat(split("Aid came from the U.S. Navy and from allies.")).hasSize(1);
        assertThat(split("They met at 9 a.m. Tokyo time.")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He climbs Mt. Hood near Ft. Worth twice.",
                "She moved from Norfolk, Va. Norfolk mourns.",
                "It opened on Mar. 3 in Rome.",
                "He left Yahoo! Inc. Japan for good.",
                "Sie kam am 3. Oktober zurück.",
                "Er starb am 9. November in Bonn.",
                "Im 19. Jahrhundert war es anders.",
                "Es gibt z. B. Brot, d. h. Essen, u. a. Käse.",
                "Haus Nr. Fünf hat ca. 300 Betten bzw. Plätze, vgl. Anhang.",
                "Hier, M. Dupont et Mme. Roche sont venus.",
                "Он живёт в г. Алматы давно."
            })
    void shortFormsOfSeveralLanguagesAreNoEnd(String sentence) {
        assertThat(split(sentence)).containsExactly(sentence);
    }

    @Test
    void whatCouldBeAShortFormStillEndsASentence() {
        assertThat(split("He fell ill. Doctors came. They flew to Norfolk, Va. The ship left. She was "
                        + "12. March was cold. He paid $5 m. The end."))
                .containsExactly(
                        "He fell ill.",
                        "Doctors came.",
                        "They flew to Norfolk, Va.",
                        "The ship left.",
                        "She was 12.",
                        "March was cold.",
                        "He paid $5 m.",
                        "The end.");
    }

    @Test
    void chineseAndJapaneseSentencesNeedNoSpace() {
        assertThat(split("船が売られた。誰が買ったのか？「知らない！」と彼は言った。外长会谈。他走了！"))
                .containsExactly("船が売られた。", "誰が買ったのか？", "「知らない！」と彼は言った。", "外长会谈。", "他走了！");
    }

    @Test
    void theMachinesLanguageDoesNotMoveBorders() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(split("It was ILL. INC. Magazine said so. He met MR. IPEK."))
                    .hasSize(3);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void lowerCaseAfterAQuotedQuestionContinuesTheSentence() {
        assertThat(split("“Never!” said the minister. “Why not?” (he asked) and left. Who would sign? Nobody."))
                .containsExactly(
                        "“Never!” said the minister.", "“Why not?” (he asked) and left.", "Who would sign?", "Nobody.");
    }

    @Test
    void closingQuotesBelongToTheSentence() {
        assertThat(split("He said: “We need no pact.” The hall was silent. (Nobody clapped.) It ended."))
                .containsExactly(
                        "He said: “We need no pact.”", "The hall was silent.", "(Nobody clapped.)", "It ended.");
    }

    @Test
    void decimalsAndLowerCaseDoNotBreak() {
        assertThat(split("Spending rose by 2.5 per cent. yes, really. So it goes."))
                .containsExactly("Spending rose by 2.5 per cent. yes, really.", "So it goes.");
    }

    @Test
    void offsetsCountCodePoints() {
        Text text = new Text("First 😀 one. Second 😀 one.");
        assertThat(Sentences.in(text, new Span(0, text.length()))).containsExactly(new Span(0, 12), new Span(13, 26));
    }

    @RepeatedTest(60)
    void sentencesAreInOrderTrimmedAndLeaveOutOnlyWhiteSpace(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] parts = {
            "Tokyo", "U.S.", "said", "“no”", ".", ". ", "! ", "? ", "Mr. ", "7.5", " ", "The ", "…", "😀", "\n", "(",
            ") "
        };
        StringBuilder built = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            built.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
        }
        Text text = new Text(built.toString());
        int at = 0;
        for (Span sentence : Sentences.in(text, new Span(0, text.length()))) {
            assertThat(text.slice(at, sentence.start())).isBlank();
            assertThat(text.slice(sentence))
                    .isNotBlank()
                    .isEqualTo(text.slice(sentence).strip());
            at = sentence.end();
        }
        assertThat(text.slice(at, text.length())).isBlank();
    }
}
