package ibid.answer.llm;

import java.util.List;

/** Parses a language model's text as it arrives and returns each sentence once it is complete. Single use. */
interface StatementParser {

    /** Takes the next piece of text and returns the sentences it completes. */
    List<Statement> accept(String piece);

    /** The remaining sentences once the model has ended; of a text that was cut off, only complete ones. */
    List<Statement> finish(boolean isWhole);

    /** What the model says the articles leave open, or empty. */
    String missing();

    /** Whether the model says that the articles do not answer. */
    boolean declines();
}
