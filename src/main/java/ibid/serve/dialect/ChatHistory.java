package ibid.serve.dialect;

import ibid.IbidException;
import ibid.api.openai.ChatMessage;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.QueryRewriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of a request as a conversation: the question, and the exchanges before it. Messages of a system or a
 * tool are not part of it.
 */
record ChatHistory(String question, List<Exchange> exchanges) {

    /** A follow-up refers to what was said shortly before; each exchange costs a rewriting. */
    private static final int MAX_EXCHANGES = 20;

    /** @param reply empty where none was given */
    record Exchange(String question, String reply) {}

    static ChatHistory of(List<ChatMessage> messages) {
        List<Exchange> exchanges = new ArrayList<>();
        String question = "";
        for (ChatMessage message : messages) {
            if (message.is(ChatMessage.USER)) {
                if (!question.isEmpty()) {
                    exchanges.add(new Exchange(question, ""));
                }
                question = message.text();
            } else if (message.is(ChatMessage.ASSISTANT) && !question.isEmpty()) {
                exchanges.add(new Exchange(question, message.text()));
                question = "";
            }
        }
        if (question.isEmpty()) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the last of the “messages” must be a question of the role “user” with a text");
        }
        int first = Math.max(0, exchanges.size() - MAX_EXCHANGES);
        return new ChatHistory(question, List.copyOf(exchanges.subList(first, exchanges.size())));
    }

    /** The exchanges as earlier turns, each question put into its stand-alone form by those before it. */
    List<EarlierTurn> turns(QueryRewriter rewriter) {
        List<EarlierTurn> turns = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            String query = rewriter.rewrite(exchange.question(), turns).text();
            turns.add(new EarlierTurn(exchange.question(), query, exchange.reply()));
        }
        return turns;
    }
}
