package ibid.search.rewrite;

import java.util.List;

/**
 * Rewrites a follow-up to its stand-alone form by rules. In "and India?" the name replaces the one asked about before,
 * a pronoun is replaced by the person or thing it refers to, a single "why?" is put before the earlier question, and a
 * missing subject is added in brackets. A stand-alone question is not changed, but loses an opening like "different
 * thing:". Threads may share it.
 */
public final class RuleQueryRewriter implements QueryRewriter {

    @Override
    public StandAloneQuestion rewrite(String question, List<EarlierTurn> earlier) {
        if (earlier.isEmpty() || Cue.NEW_SUBJECT.isIn(question)) {
            return new StandAloneQuestion(Cue.OPENS_NEW_SUBJECT.removedFrom(question));
        }
        ConversationTopic topic = ConversationTopic.of(earlier);
        String cased = new NameCase(earlier).cased(question);
        String named = new OneOfTwo(cased, earlier).named().orElse(cased);
        String standAlone = new Ellipsis(named, earlier.getLast(), topic)
                .completed()
                .orElseGet(() -> new FollowUpQuestion(named, earlier, topic).standAlone());
        return new StandAloneQuestion(standAlone);
    }

    /** Whether it is a question phrase alone, which asks nothing without the question before it: "why?" */
    public static boolean isBare(String question) {
        return BareQuestion.isBare(question);
    }
}
