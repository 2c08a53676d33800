package ibid.serve.dialect;

import ibid.access.ReaderId;
import ibid.api.AnswerBody;
import ibid.api.RatedAnswer;
import ibid.log.TurnLog;
import java.util.List;
import java.util.Optional;

/**
 * Finds the stored conversation that a client's messages continue, although clients of this dialect send no id: the one
 * whose questions and answers are exactly those of the messages.
 */
final class ContinuedConversation {

    private final TurnLog log;

    ContinuedConversation(TurnLog log) {
        this.log = log;
    }

    /** Empty if the messages begin a conversation, leave one at an earlier point, or were changed by the client. */
    Optional<String> of(ReaderId reader, ChatHistory history) {
        if (history.exchanges().isEmpty()) {
            return Optional.empty();
        }
        String last = history.exchanges().getLast().question();
        return log.conversationsWith(reader, last).stream()
                .filter(id -> isSame(history.exchanges(), log.answers(id)))
                .findFirst();
    }

    private static boolean isSame(List<ChatHistory.Exchange> exchanges, List<RatedAnswer> answers) {
        if (exchanges.size() != answers.size()) {
            return false;
        }
        for (int i = 0; i < answers.size(); i++) {
            if (!isSame(exchanges.get(i), answers.get(i).answer())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(ChatHistory.Exchange exchange, AnswerBody answer) {
        String shown = answer.text().isEmpty() ? answer.result().missing() : answer.text();
        return exchange.question().equals(answer.asked().question())
                && exchange.reply().contains(shown.strip());
    }
}
