package ibid.answer.llm;

import java.util.List;

/** Takes a language model's text as it comes and gives its sentences, each once it is whole. One use each. */
interface StatementParser {

    /** The sentences that this piece made whole. */
    List<Statement> accept(String piece);

    /** The sentences left when the model has ended; of a text that was cut off only what is whole. */
    List<Statement> finish(boolean isWhole);

    /** What the model says the articles leave open; empty where it says nothing of it. */
    String missing();

    /** Whether the model says that the articles do not answer. */
    boolean declines();
}
