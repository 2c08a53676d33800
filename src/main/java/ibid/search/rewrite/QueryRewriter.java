package ibid.search.rewrite;

import java.util.List;

/** Puts a question into words that can be searched without the conversation before it. Threads may share it. */
public interface QueryRewriter {

    /** @param earlier turns of the same conversation, oldest first */
    StandAloneQuestion rewrite(String question, List<EarlierTurn> earlier);
}
