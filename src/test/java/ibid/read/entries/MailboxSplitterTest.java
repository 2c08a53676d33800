package ibid.read.entries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailboxSplitterTest {

    private static String mail(String id, String subject, String text) {
        return "From - Tue Sep 03 10:15:00 2024\nMessage-ID: <" + id + ">\nSubject: " + subject
                + "\nFrom: Ida Berg <ida@courier.example>\nDate: Tue, 3 Sep 2024 10:15:00 +0200\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + text + "\n\n";
    }

    @Test
    void eachMailOfAMailboxIsAnArticle() {
        ReadEntries read = ReadEntries.of(
                "inbox.mbox",
                mail(
                                "1",
                                "Ferry sold",
                                "The ferry was sold.\n\nFrom Orve nobody came.\n\n>From now on it sails, he said.")
                        + mail("2", "=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "The gate was shut on Sunday."));
        assertThat(read.titles()).containsExactly("Ferry sold", "Grüße");
        assertThat(read.articles().getFirst().text().value())
                .endsWith("From Orve nobody came.\n\nFrom now on it sails, he said.");
        assertThat(read.articles().getFirst().imprint().author()).isEqualTo("Ida Berg");
        assertThat(read.articles().getFirst().imprint().published()).isEqualTo("2024-09-03");
        assertThat(read.ids().getFirst()).startsWith("inbox-mbox-ferry-sold-");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void whatIsNoMailboxSaysSo() {
        assertThat(ReadEntries.of("inbox.mbox", "The ferry was sold.").problems())
                .singleElement()
                .asString()
                .contains("no mailbox");
    }
}
