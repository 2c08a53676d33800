package ibid.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubQuestionsTest {

    @Test
    void twoQuestionsBecomeTwoTheSecondInItsOwnWords() {
        assertThat(SubQuestions.of("When was AUKUS announced and who are its members?"))
                .containsExactly("When was AUKUS announced?", "Who are AUKUS’s members?");
        assertThat(SubQuestions.of("When was AUKUS announced? Who announced it?"))
                .containsExactly("When was AUKUS announced?", "Who announced AUKUS?");
    }

    @Test
    void oneQuestionStaysAsItIs() {
        for (String question : java.util.List.of(
                "What do India and Japan say about NATO?",
                "Who said what and why?",
                "I've read that it has 7,000 people. Is that right?",
                "What is AUKUS",
                "when and where did they meet?")) {
            assertThat(SubQuestions.of(question)).containsExactly(question);
        }
    }
}
