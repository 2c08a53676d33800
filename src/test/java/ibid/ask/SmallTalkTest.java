package ibid.ask;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.WordList;
import org.junit.jupiter.api.Test;

class SmallTalkTest {

    @Test
    void onlyWhatAsksNothingOfTheArticlesIsSmallTalk() {
        assertThat(WordList.lines(SmallTalkTest.class, "small-talk-cases.txt")).allSatisfy(line -> {
            String text = line.substring(line.indexOf(' ') + 1);
            assertThat(SmallTalk.replyTo(text).isPresent()).as(text).isEqualTo(line.startsWith("yes"));
        });
    }

    @Test
    void theReplyFitsWhatWasSaid() {
        assertThat(SmallTalk.replyTo("Hi there!"))
                .hasValueSatisfying(
                        reply -> assertThat(reply).startsWith("Hello. Ibid answers questions from the articles"));
        assertThat(SmallTalk.replyTo("ok, thanks"))
                .hasValueSatisfying(reply -> assertThat(reply).startsWith("You are welcome."));
        assertThat(SmallTalk.replyTo("who are you?"))
                .hasValueSatisfying(reply -> assertThat(reply).startsWith("Ibid answers"));
        assertThat(SmallTalk.replyTo("?!")).hasValue("There are no words in this to search for.");
    }
}
