package ibid.serve.collection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a.html", "a.HTM", "a.xhtml", "a.svg", "a.xml", "a.mhtml", "a.eml", "a.js", "a.pdf.html", "html"
            })
    void whatABrowserCouldRunIsBytes(String name) {
        assertThat(Attachment.type(name)).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource({"a.PDF, application/pdf", "b/a.md, text/plain", "a.txt, text/plain", "a.epub, application/epub+zip"})
    void otherKindsSayWhatTheyAre(String name, String type) {
        assertThat(Attachment.type(name)).isEqualTo(type);
    }

    @Test
    void aNameCannotEndTheHeaderOrNameAFolder() {
        assertThat(Attachment.disposition("2024/news/a\"; filename=\"b.exe"))
                .isEqualTo("attachment; filename=\"a_; filename=_b.exe\"; "
                        + "filename*=UTF-8''a%22%3B%20filename%3D%22b.exe");
        assertThat(Attachment.disposition("a\r\nX-Evil: 1\\.md")).doesNotContain("\r", "\n", "\\");
        assertThat(Attachment.disposition("台風 🌀.txt"))
                .isEqualTo("attachment; filename=\"__ _.txt\"; filename*=UTF-8''%E5%8F%B0%E9%A2%A8%20%F0%9F%8C%80.txt");
    }
}
