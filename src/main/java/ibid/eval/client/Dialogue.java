package ibid.eval.client;

/** One conversation with a server that is measured. Closing it removes what it left on the server. */
public interface Dialogue extends AutoCloseable {

    /**
     * Asks the next question.
     *
     * @param filters as JSON in the API's own form, or empty
     */
    ApiClient.Timed ask(String question, String filters);

    @Override
    void close();
}
