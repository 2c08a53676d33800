package ibid.answer.llm;

import java.util.List;

/** Takes a language model's writing as it comes and gives its sentences, each once it is whole. One use each. */
interface StatementParser {

    /** The sentences that this piece made whole. */
    List<Statement> hear(String piece);

    /** What is left when the model has ended; nothing where it was cut off. */
    List<Statement> end(boolean whole);

    /** What the model says the articles leave open; empty where it says nothing of it. */
    String missing();

    /** Whether the model says that the articles do not answer. */
    boolean none();
}
