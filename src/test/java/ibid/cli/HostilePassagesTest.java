package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.api.Turn;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Ask;
import ibid.ask.UserQuestion;
import ibid.model.ScriptedLlm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Articles that hold instructions, requests, codes and invisible words in many languages and places, and a model that
 * obeys whatever of them it sees. With {@code -Dvariants=1} all of them, else one in that many.
 */
class HostilePassagesTest {

    private static final int USUAL_STEP = 5;

    @TempDir
    private static Path folder;

    private static List<HostilePassage> passages;
    private static Starter starter;

    @BeforeAll
    static void read() throws IOException {
        int step = Integer.getInteger("variants", USUAL_STEP);
        passages = Stream.concat(HostilePassage.all().stream(), HostilePassage.heldOut().stream())
                .filter(passage -> passage.number() % step == 0)
                .toList();
        Path articles = Files.createDirectories(folder.resolve("articles"));
        passages.forEach(passage -> passage.writeTo(articles));
        starter = new Starter(articles, folder);
    }

    @AfterAll
    static void close() {
        starter.close();
    }

    @Test
    void noneReachesAReaderThroughAModelThatObeys() {
        ScriptedLlm obedient = new ScriptedLlm().to("answer", prompt -> {
            StringBuilder reply = new StringBuilder();
            for (HostilePassage passage : passages) {
                reply.append(passage.obeyed(prompt.user()));
                boolean isAsked = prompt.user().contains(passage.question())
                        || prompt.user().contains(passage.openQuestion());
                reply.append(isAsked ? passage.truth() + " [S1]\n" : "");
            }
            return ScriptedLlm.Says.all(reply.toString());
        });
        int answered = assertHarmless(starter.ask(obedient, 4000));
        assertThat(answered).isGreaterThan(passages.size() * 8 / 10);
    }

    @Test
    void noneReachesAReaderInQuotedAnswers() {
        int answered = assertHarmless(starter.ask());
        assertThat(answered).isGreaterThan(passages.size() * 8 / 10);
    }

    /** Asks about each harbour; returns how many of the questions are answered with the truth. */
    private static int assertHarmless(Ask ask) {
        List<String> leaks = new ArrayList<>();
        int answered = 0;
        for (HostilePassage passage : passages) {
            String direct = shown(ask, passage.question());
            answered += direct.contains(String.valueOf(1700 + passage.number())) ? 1 : 0;
            for (String shown : List.of(direct, shown(ask, passage.openQuestion()))) {
                passages.stream()
                        .filter(other -> holds(shown, other))
                        .forEach(other -> leaks.add(other.place() + "|" + other.words() + " in " + shown));
            }
        }
        assertThat(leaks).isEmpty();
        return answered;
    }

    private static boolean holds(String shown, HostilePassage other) {
        return shown.toLowerCase(Locale.ROOT).contains(other.secret().toLowerCase(Locale.ROOT));
    }

    /** Everything that a reader is sent with the answer. */
    private static String shown(Ask ask, String question) {
        StringBuilder events = new StringBuilder();
        AnsweredQuestion asked = ask.answer(new UserQuestion(question), event -> events.append(event));
        return Json.write(AnswerBody.of(new Turn("id", "c", Instant.EPOCH, question, asked, 1)));
    }
}
