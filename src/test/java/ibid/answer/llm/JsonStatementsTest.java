package ibid.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStatementsTest {

    private static final String ANSWER =
            "{\"sentences\": [{\"text\": \"It \\\"sailed\\\" {once}.\", \"passages\": [\"S1\", \"S2\"]}, "
                    + "{\"text\": \"Nobody saw it.\", \"passages\": []}], \"missing\": \"who bought it\"}";

    private final JsonStatements json = new JsonStatements();

    private List<Statement> parse(String text, int piece) {
        List<Statement> statements = new ArrayList<>();
        for (int at = 0; at < text.length(); at += piece) {
            statements.addAll(json.accept(text.substring(at, Math.min(text.length(), at + piece))));
        }
        statements.addAll(json.finish(true));
        return statements;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 1000})
    void theSameSentencesComeHoweverTheTextIsCut(int piece) {
        assertThat(parse(ANSWER, piece))
                .containsExactly(
                        new Statement("It \"sailed\" {once}.", List.of("S1", "S2")),
                        new Statement("Nobody saw it.", List.of()));
        assertThat(json.missing()).isEqualTo("who bought it");
        assertThat(json.isReadable()).isTrue();
    }

    @Test
    void aSentenceComesWhenItsBraceCloses() {
        assertThat(json.accept("{\"sentences\": [{\"text\": \"It sailed.\", \"passages\": [\"S1\"]}"))
                .containsExactly(new Statement("It sailed.", List.of("S1")));
    }

    @Test
    void marksWithinTheTextAreMarksToo() {
        assertThat(parse(
                        "{\"sentences\": [{\"text\": \"It sailed [S2]. Nobody saw it [3].\", \"passages\": "
                                + "[\"S1\"]}], \"missing\": \"\"}",
                        5))
                .containsExactly(
                        new Statement("It sailed.", List.of("S1", "S2")),
                        new Statement("Nobody saw it.", List.of("S1", "3")));
    }

    @Test
    void noSentencesMeansThatTheArticlesDoNotAnswer() {
        assertThat(parse("{\"sentences\": [], \"missing\": \"all of it\"}", 4)).isEmpty();
        assertThat(json.declines()).isTrue();
    }

    @Test
    void whatWasCutOffKeepsItsWholeSentences() {
        assertThat(parse(ANSWER.substring(0, ANSWER.indexOf("Nobody")), 3)).hasSize(1);
        assertThat(json.isReadable()).isTrue();
        assertThat(json.declines()).isFalse();
    }

    @Test
    void invalidJsonIsUnreadable() {
        assertThat(parse("{\"sentences\": [{\"text\": It sailed}]", 3)).isEmpty();
        assertThat(json.isReadable()).isFalse();
    }
}
