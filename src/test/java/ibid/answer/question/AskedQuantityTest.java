package ibid.answer.question;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.quantity.Quantity;
import org.junit.jupiter.api.Test;

class AskedQuantityTest {

    private static AskedQuantity.Fit fit(String question, String sentence) {
        Quantity quantity = Quantity.mentioned(sentence).getFirst();
        return AskedQuantity.of(question).fit(quantity, sentence);
    }

    @Test
    void aNumberOfWhatIsCountedFitsExactly() {
        assertThat(fit("How many ferries does the firm own?", "It owns 14 old ferries."))
                .isEqualTo(AskedQuantity.Fit.EXACT);
        assertThat(fit("How many ferries does the firm own?", "The firm has 14."))
                .isEqualTo(AskedQuantity.Fit.POSSIBLE);
    }

    @Test
    void peopleAreCountedByAnyNounForPeople() {
        assertThat(fit("How many people work there?", "It has a staff of about 700."))
                .isEqualTo(AskedQuantity.Fit.EXACT);
        assertThat(fit("How many people were there?", "Some 900 strikers came."))
                .isEqualTo(AskedQuantity.Fit.EXACT);
    }

    @Test
    void whatIsCountedHasNoUnit() {
        assertThat(fit("How many people work there?", "Staff rose by 12 per cent."))
                .isEqualTo(AskedQuantity.Fit.NONE);
        assertThat(fit("How many people work there?", "They paid 300 euros.")).isEqualTo(AskedQuantity.Fit.NONE);
    }

    @Test
    void aPriceIsASumOfMoney() {
        assertThat(fit("How much did the bridge cost?", "It cost 9 million euros."))
                .isEqualTo(AskedQuantity.Fit.EXACT);
        assertThat(fit("How much was it sold for?", "It was sold for two million crowns."))
                .isEqualTo(AskedQuantity.Fit.EXACT);
        assertThat(fit("How much did the bridge cost?", "It took 9 years.")).isEqualTo(AskedQuantity.Fit.NONE);
        assertThat(fit("What was the mayor's salary?", "She served 12 years.")).isEqualTo(AskedQuantity.Fit.NONE);
    }

    @Test
    void ofTwoUnitsAskedForTheFirstCounts() {
        assertThat(AskedQuantity.of("How much did it cost, and how long did it take?")
                        .units())
                .contains("euro")
                .doesNotContain("week");
    }

    @Test
    void anAgeIsToldInManyForms() {
        String question = "How old is the pilot?";
        assertThat(fit(question, "He was 57.")).isEqualTo(AskedQuantity.Fit.EXACT);
        assertThat(fit(question, "At 57, she is the oldest of the crew.")).isEqualTo(AskedQuantity.Fit.EXACT);
        assertThat(fit(question, "Ms Rao, 57, flies it.")).isEqualTo(AskedQuantity.Fit.EXACT);
        assertThat(fit(question, "The score was 57.")).isEqualTo(AskedQuantity.Fit.NONE);
        assertThat(fit(question, "She landed at 57, they said.")).isEqualTo(AskedQuantity.Fit.NONE);
    }

    @Test
    void aUnitAskedForByNameIsThatUnit() {
        assertThat(fit("How many years did it take?", "It took nine years.")).isEqualTo(AskedQuantity.Fit.EXACT);
        assertThat(fit("How many years did it take?", "It took 300 workers.")).isEqualTo(AskedQuantity.Fit.NONE);
    }

    @Test
    void aQuestionThatDoesNotTellTakesAnyNumber() {
        assertThat(AskedQuantity.of("How large is the fleet?").isKnown()).isFalse();
        assertThat(fit("How large is the fleet?", "It has 60 ships.")).isEqualTo(AskedQuantity.Fit.POSSIBLE);
    }
}
