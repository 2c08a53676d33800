package ibid.search.rewrite;

import java.util.List;

/**
 * Puts a follow-up into words that can be searched without the conversation: "and India?" takes the place of the name
 * asked about before, a pronoun that of the person or thing it must mean, a bare "why?" goes before what was asked, and
 * where only the subject is left unsaid it is added in brackets. Rules, no model; a question that needs nothing is left
 * as it is. Threads may share it.
 */
public final class RuleQueryRewriter implements QueryRewriter {

    @Override
    public StandAloneQuestion rewrite(String question, List<EarlierTurn> earlier) {
        if (earlier.isEmpty() || Cue.NEW_SUBJECT.isIn(question)) {
            return new StandAloneQuestion(question);
        }
        ConversationTopic topic = ConversationTopic.of(earlier);
        String cased = new NameCase(earlier).cased(question);
        String named = new OneOfTwo(cased, earlier).named().orElse(cased);
        String standAlone = new Ellipsis(named, earlier.getLast(), topic)
                .completed()
                .orElseGet(() -> new FollowUpQuestion(named, earlier, topic).standAlone());
        return new StandAloneQuestion(standAlone);
    }
}
