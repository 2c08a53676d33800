package ibid.read.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.read.TestArticles;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Saved mails and web archives. */
class MailFormatTest {

    private static final String ONE = "The mill at Orve was sold to its workers for nine thousand crowns on Monday.";
    private static final String TWO = "They will pay the sum over ten years, and nobody there will have to go.";

    private static Article read(String name, String... lines) {
        return TestArticles.read(name, String.join("\r\n", lines));
    }

    @Test
    void aPlainMailHasItsHeadersAndItsText() {
        Article mail = read(
                "a.eml",
                "From: =?utf-8?Q?=C3=85da_Holm?= <ada@gazette.example>",
                "Subject: Fwd: Mill sold",
                "Date: Thu, 3 May 2018 23:30:00 -0700",
                "Content-Type: text/plain; charset=utf-8",
                "",
                ONE,
                "",
                TWO,
                "",
                "-- ",
                "Ada Holm, Orve Gazette");
        assertThat(mail.imprint().title()).isEqualTo("Mill sold");
        assertThat(mail.imprint().author()).isEqualTo("Åda Holm");
        assertThat(mail.imprint().published()).isEqualTo("2018-05-03");
        assertThat(mail.text().value()).isEqualTo(ONE + "\n\n" + TWO);
    }

    @Test
    void theMailThatAPlainOneAnswersIsLeftOut() {
        Article mail = read(
                "a.eml",
                "Subject: Re: Mill sold",
                "",
                ONE,
                "",
                TWO,
                "",
                "On Wednesday, 2 May 2018, Bo Lind <bo@orve.example>",
                "wrote:",
                "> Will it be sold to the brewery?",
                ">",
                "> They say so at the inn.");
        assertThat(mail.text().value()).isEqualTo(ONE + "\n\n" + TWO);
        assertThat(String.join(" ", mail.removed())).contains("Bo Lind").contains("They say so");
    }

    @Test
    void whatIsBehindABorderIsTheMailThatItAnswers() {
        String border = "-----Original Message-----";
        Article mail = read("a.eml", "Subject: Mill", "", ONE, "", TWO, "", border, "From: Bo", "", "Is it sold?");
        assertThat(mail.text().value()).isEqualTo(ONE + "\n\n" + TWO);
    }

    @Test
    void aMailThatOnlySendsOneOnKeepsIt() {
        Article mail = read("a.eml", "Subject: Fwd: Mill sold", "", "Bo wrote:", "> " + ONE, ">", "> " + TWO);
        assertThat(mail.text().value()).contains("nine thousand crowns").contains("nobody there will have to go");
    }

    @Test
    void aNewsletterIsReadFromItsPageAndWithoutItsAttachments() {
        Article mail = read(
                "a.eml",
                "From: Orve Gazette <news@gazette.example>",
                "Subject: Mill sold",
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=b1",
                "",
                "--b1",
                "Content-Type: text/plain",
                "",
                "See this mail in your browser.",
                "--b1",
                "Content-Type: text/html; charset=iso-8859-1",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "<html><body><h1>Mill sold</h1><p>" + ONE
                        + "</p><p>Caf=E9 owners were asked as well, but none of them=",
                " wanted a mill.</p></body></html>",
                "--b1",
                "Content-Type: text/html",
                "Content-Disposition: attachment; filename=a.html",
                "",
                "<p>Attached words that nobody reads.</p>",
                "--b1--");
        assertThat(mail.text().value())
                .isEqualTo(ONE + "\n\nCafé owners were asked as well, but none of them wanted a mill.");
    }

    @Test
    void aWebArchiveIsItsPage() {
        Article page = read(
                "a.mhtml",
                "From: <Saved by a browser>",
                "Snapshot-Content-Location: https://gazette.example/2018/05/03/mill",
                "Subject: Mill sold",
                "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b1\"",
                "",
                "--b1",
                "Content-Type: text/html",
                "Content-Transfer-Encoding: quoted-printable",
                "Content-Location: https://gazette.example/2018/05/03/mill",
                "",
                "<html><head><meta charset=3D\"utf-8\"><title>Mill sold</title></head><body><article>=",
                "<h1>Mill sold</h1><p>" + ONE + "</p><p>" + TWO + "</p></article></body></html>",
                "--b1",
                "Content-Type: image/png",
                "Content-Transfer-Encoding: base64",
                "",
                "iVBORw0KGgo=",
                "--b1--");
        assertThat(page.text().value()).isEqualTo(ONE + "\n\n" + TWO);
        assertThat(page.imprint().url()).isEqualTo("https://gazette.example/2018/05/03/mill");
        assertThat(page.imprint().published()).isEqualTo("2018-05-03");
    }

    @Test
    void aMailWithoutTextIsSkippedWithThatReason() {
        String mail = "Subject: Mill\r\nContent-Type: application/pdf\r\n\r\n%PDX";
        assertThat(TestArticles.reason("a.eml", mail.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a mail without text");
    }
}
