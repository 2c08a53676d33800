package ibid.read.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedTitleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PowerPoint Presentation",
                "Microsoft Word - ferry_v3.doc",
                "paper12.dvi",
                "ARRAY(0x83ab20)",
                "Untitled 1",
                "Document2",
                "--"
            })
    void aNameThatAProgramWroteIsNoTitle(String property) {
        assertThat(StatedTitle.of(property)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"The ferry that never sailed", "Untold stories", "Pages from a diary", "Document of the year"})
    void aTitleStays(String property) {
        assertThat(StatedTitle.of(property)).isEqualTo(property);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python-docx",
                "Microsoft Office User",
                "e516160",
                "office-2007",
                "anonymous",
                "(Unspecified)",
                "User",
                "Adobe Acrobat Pro",
                "ARRAY(0x2f)",
                "A"
            })
    void aProgramOrAnAccountIsNoAuthor(String property) {
        assertThat(StatedTitle.author(property)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ida Example", "Office of the Mayor", "Users' Council", "Ann User"})
    void aNameIsAnAuthor(String property) {
        assertThat(StatedTitle.author(property)).isEqualTo(property);
    }
}
