package ibid.read.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordSplitterTest {

    @Test
    void wordsAreRunsOfLettersAndFiguresInLowerCase() {
        assertThat(WordSplitter.split("The Mayor’s 1,200 “boats”: Élan-3."))
                .containsExactly("the", "mayor", "s", "1", "200", "boats", "élan", "3");
    }

    @Test
    void signsOfScriptsWithoutSpacesAreWordsOfTheirOwn() {
        assertThat(WordSplitter.split("港のIbid船, ไทย")).containsExactly("港", "の", "ibid", "船", "ไ", "ท", "ย");
    }

    @Test
    void marksOfNotesAndLinksAreNoWords() {
        assertThat(WordSplitter.split("A gate" + InlineMarks.note("7") + " opened [3] late"))
                .containsExactly("a", "gate", "opened", "late");
    }

    @Test
    void aTextOfPunctuationHasNone() {
        assertThat(WordSplitter.split(" … — !")).isEmpty();
    }
}
