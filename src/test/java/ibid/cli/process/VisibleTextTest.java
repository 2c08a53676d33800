package ibid.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class VisibleTextTest {

    /** Clears the screen, sets the title, turns the direction; 0x9b is the one-character form of ESC [. */
    private static final String HOSTILE = "a\u001b[2Jb\u001b]0;title\u0007c\u009b31md\u202ee\u007ff\rg";

    @Test
    void controlCharactersOfOthersAreReplaced() {
        assertThat(VisibleText.of(HOSTILE)).isEqualTo("a�[2Jb�]0;title�c�31md�e�f�g");
    }

    @Test
    void linesTabsAndOurOwnStylesStay() {
        String own = VisibleText.STRONG + "[1]" + VisibleText.PLAIN + "\tTitle, été\n" + VisibleText.FAINT + "日本";
        assertThat(VisibleText.of(own)).isEqualTo(own);
    }

    @Test
    void theLogReplacesThemInMessagesAndInExceptions() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender("STDERR");
        PatternLayoutEncoder encoder = (PatternLayoutEncoder) console.getEncoder();
        LoggingEvent event = new LoggingEvent(
                "test",
                root,
                Level.WARN,
                "reading {} failed",
                new IllegalStateException("broken " + HOSTILE),
                new Object[] {HOSTILE + "\nforged line"});
        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(line)
                .contains("reading a�[2Jb", "g�forged line", "IllegalStateException: broken a�[2Jb", "\tat ")
                .doesNotContain("\u001b", "\u009b", "\u007f", "\u202e", "\r");
    }
}
