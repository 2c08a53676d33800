package ibid.answer.question;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.extract.Rankings;
import ibid.index.Collection;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesByCaseTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection.with(
                "one",
                "Harbour Gazette",
                "2025-03-03",
                "On Monday the ferry Aurelia left Bergen. In Bergen the crew of Aurelia met Fijian sailors of UNFOR. "
                        + "The flag of UNFOR is blue, as Fijian sailors know, and the Blue Star line knows.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private String written(String question) {
        return NamesByCase.of(question, Rankings.of(collection, question));
    }

    @Test
    void aWordThatPassagesWriteAsANameOnlyIsOne() {
        assertThat(written("when did aurelia leave bergen?")).isEqualTo("when did Aurelia leave Bergen?");
        assertThat(written("how many fijian sailors of unfor met")).isEqualTo("how many Fijian sailors of UNFOR met");
    }

    @Test
    void aWordThatPassagesAlsoWriteInLowerCaseIsNone() {
        assertThat(written("is the ferry blue")).isEqualTo("is the ferry blue");
        assertThat(written("what star is that")).isEqualTo("what star is that");
    }
}
