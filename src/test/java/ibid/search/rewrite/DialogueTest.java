package ibid.search.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Follow-ups of every kind in conversations on every subject: {@code dialogues.txt}. */
class DialogueTest {

    private static final QueryRewriter REWRITER = new RuleQueryRewriter();

    /** Lines up to the next one that begins with Q after one that does not. */
    record Dialogue(List<EarlierTurn> earlier, String followUp, List<String> expected) {

        String form() {
            return REWRITER.rewrite(followUp, earlier).text();
        }

        @Override
        public String toString() {
            return earlier.getLast().question() + " " + followUp;
        }
    }

    static Stream<Dialogue> dialogues() {
        List<Dialogue> dialogues = new ArrayList<>();
        List<EarlierTurn> earlier = new ArrayList<>();
        for (String line : WordList.lines(DialogueTest.class, "dialogues.txt")) {
            String text = line.substring(2);
            switch (line.charAt(0)) {
                case 'Q' -> {
                    boolean begins = !dialogues.isEmpty() && dialogues.getLast().earlier() == earlier;
                    earlier = begins ? new ArrayList<>() : earlier;
                    earlier.add(new EarlierTurn(
                            text, REWRITER.rewrite(text, earlier).text(), ""));
                }
                case 'A' -> {
                    EarlierTurn asked = earlier.removeLast();
                    earlier.add(new EarlierTurn(asked.question(), asked.query(), text));
                }
                case 'F' -> dialogues.add(new Dialogue(earlier, text, new ArrayList<>()));
                default -> dialogues.getLast().expected().add(line);
            }
        }
        return dialogues.stream();
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void aFollowUpIsPutIntoWordsOfItsOwn(Dialogue dialogue) {
        String form = dialogue.form();
        for (String expected : dialogue.expected()) {
            String text = expected.substring(2);
            switch (expected.charAt(0)) {
                case '=' -> assertThat(form).isEqualTo(text);
                case '+' -> assertThat(words(form)).containsAll(words(text));
                default -> assertThat(words(form)).doesNotContainAnyElementsOf(words(text));
            }
        }
        boolean isComplement = dialogue.expected().stream().anyMatch(expected -> expected.contains("("));
        assertThat(form.contains("(")).as(form).isEqualTo(isComplement);
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }
}
