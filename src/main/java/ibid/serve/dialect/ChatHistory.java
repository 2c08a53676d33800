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
        for (ChatMessage message : upToQuestion(messages)) {
            String text = message.text();
            if (message.is(ChatMessage.USER) && !text.isEmpty()) {
                if (!question.isEmpty()) {
                    exchanges.add(new Exchange(question, ""));
                }
                question = text;
            } else if (message.is(ChatMessage.ASSISTANT) && !question.isEmpty()) {
                exchanges.add(new Exchange(question, text));
                question = "";
            }
        }
        int first = Math.max(0, exchanges.size() - MAX_EXCHANGES);
        return new ChatHistory(question, List.copyOf(exchanges.subList(first, exchanges.size())));
    }

    /** What was said after the last question, as clients with tools send it, belongs to no exchange yet. */
    private static List<ChatMessage> upToQuestion(List<ChatMessage> messages) {
        List<ChatMessage> spoken = messages.stream()
                .filter(message -> message.is(ChatMessage.USER) || message.is(ChatMessage.ASSISTANT))
                .toList();
        for (int last = spoken.size() - 1; last >= 0; last--) {
            if (spoken.get(last).is(ChatMessage.USER)
                    && !spoken.get(last).text().isEmpty()) {
                return spoken.subList(0, last + 1);
            }
        }
        throw new IbidException(
                IbidException.Code.INVALID,
                "one of the “messages” must be a question: of the role “user”, with a text");
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
