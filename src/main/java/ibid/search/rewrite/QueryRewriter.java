package ibid.search.rewrite;

import java.util.List;

/** Rewrites a question so that it can be searched without the conversation before it. Threads may share it. */
public interface QueryRewriter {

    /** @param earlier turns of the same conversation, oldest first */
    StandAloneQuestion rewrite(String question, List<EarlierTurn> earlier);
}
