package ibid.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFaultsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void topics() throws IOException {
        write("topics.tsv", "topic\toutcome\tquestion", "t1\tanswered\tWho came?", "t2\tabstained\tWho went?");
    }

    private void write(String file, String... lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private void faults(String... faults) {
        assertThatThrownBy(() -> TestCollection.read(folder))
                .isInstanceOf(IbidException.class)
                .satisfies(thrown -> {
                    for (String fault : faults) {
                        assertThat(thrown.getMessage()).contains(fault);
                    }
                    assertThat(thrown.getMessage().lines().count())
                            .as(thrown.getMessage())
                            .isEqualTo(faults.length + 1);
                });
    }

    @Test
    void everyFaultOfATopicIsNamedWithItsLine() throws IOException {
        write(
                "topics.tsv",
                "question\ttopic\toutcome\tfollows\talone",
                "Who?\tt1\tanswered\t-\t-",
                "Who?\tt1\tmaybe\t-\t-",
                "Two cells\tt3",
                "\tt4\t-\tt9\t-",
                "Who?\tt 5\t-\t-\tWho came?");
        faults(
                "topics.tsv, line 3: topic t1 is already in this file",
                "topics.tsv, line 3: “maybe” is not an outcome; write answered, partial or abstained",
                "topics.tsv, line 4: 2 cells where the first line names 5",
                "topics.tsv, line 5: topic t4 has no question",
                "topics.tsv, line 5: topic t4 follows t9, which is not above it",
                "topics.tsv, line 6: “t 5” is not a name for a topic",
                "topics.tsv, line 6: topic t 5 follows no other, so “alone” must be -");
    }

    @Test
    void aFileWithoutTheNeededColumnsSaysWhichThereAre() throws IOException {
        write("topics.tsv", "id\tquestion", "t1\tWho?");
        faults(
                "topics.tsv, line 1: unknown column “id”; valid columns, separated by tabs: topic, kind, outcome",
                "topics.tsv, line 1: no column “topic”");
    }

    @Test
    void aColumnThatIsNamedTwiceIsNamedAsSuch() throws IOException {
        write("topics.tsv", "topic\tquestion\tquestion", "t1\tWho?\t-");
        faults("topics.tsv, line 1: column “question” occurs 2 times");
    }

    @Test
    void everyFaultOfANuggetIsNamedWithItsLine() throws IOException {
        write(
                "nuggets.jsonl",
                "{\"topic\": \"t1\", \"nugget\": \"t1.1\", \"accept\": [[\"two\"]]}",
                "{\"topic\": \"t1\", \"nugget\": \"t1.1\", \"accept\": [\"two\"]}",
                "{\"topic\": \"t9\", \"nugget\": \"t9.1\", \"accept\": [[\"two\"]]}",
                "not json",
                "{\"topic\": \"t2\", \"nugget\": \"t2.1\", \"accept\": [[\"two\"]]}",
                "{\"topic\": \"t1\", \"nugget\": \"t1.2\", \"weight\": 1}");
        faults(
                "nuggets.jsonl, line 2: nugget t1.1 is already in this file",
                "nuggets.jsonl, line 2: “accept” must be a list of lists of texts",
                "nuggets.jsonl, line 3: no topic “t9” in topics.tsv",
                "nuggets.jsonl, line 4: the nugget is not JSON",
                "nuggets.jsonl, line 5: topic t2 expects abstained, so it has no nuggets",
                "nuggets.jsonl, line 6: the nugget has the unknown field “weight”",
                "nuggets.jsonl, line 6: a nugget needs “accept” or “evidence”");
    }

    @Test
    void everyFaultOfAJudgementIsNamedWithItsLine() throws IOException {
        write("qrels.txt", "t1 0 ferry#0 2", "t1 ferry#0 2", "t9 0 ferry#0 1", "t1 0 ferry#0 1");
        faults(
                "qrels.txt, line 4: passage ferry#0 of topic t1 is already judged in this file",
                "qrels.txt, line 2: needs a topic, 0, a passage and a grade",
                "qrels.txt, line 3: no topic “t9”");
    }

    @Test
    void aFolderWithoutTopicsSaysHowToGetSome() {
        assertThatThrownBy(() -> TestCollection.read(folder.resolve("none"))).hasMessageContaining("eval draft");
    }

    @Test
    void questionsAloneAreADataset() throws IOException {
        write("topics.tsv", "topic\tquestion", "t1\tWho came?");
        assertThat(TestCollection.read(folder).topics())
                .containsExactly(new Topic("t1", "", "", "", "Who came?", "", ""));
    }

    /**
     * Two topics may follow the same question: each gets its own conversation, which starts with that question.
     */
    @Test
    void topicsThatFollowTheSameOneHaveEachTheirConversation() throws IOException {
        write(
                "topics.tsv",
                "topic\tfollows\tquestion",
                "t1\t-\tWho came?",
                "t2\tt1\tAnd who went?",
                "t3\tt1\tAnd who stayed?",
                "t4\tt2\tWhy?",
                "t5\t-\tWho else?");
        assertThat(TestCollection.read(folder).conversations())
                .extracting(topics -> topics.stream().map(Topic::id).toList())
                .containsExactly(List.of("t1", "t2", "t4"), List.of("t1", "t3"), List.of("t5"));
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        TestCollection collection = new TestCollection(
                List.of(
                        new Topic("t1", "fact", "answered", "", "Who came?", "", ""),
                        new Topic("t2", "follow-up", "", "t1", "And?", "fresh", "And who went?")),
                List.of(new Nugget(
                        "t1",
                        "t1.1",
                        "Two came",
                        true,
                        List.of(List.of("two", "came"), List.of("2")),
                        List.of(new Nugget.Evidence("ferry", "Two “came”.")))),
                new Qrels(Map.of("t1", Map.of("ferry#0", 2))));
        collection.write(folder.resolve("new"), Map.of("t1", "a\tnote"));
        assertThat(TestCollection.read(folder.resolve("new"))).isEqualTo(collection);
    }
}
