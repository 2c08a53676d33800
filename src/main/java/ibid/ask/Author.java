package ibid.ask;

import ibid.answer.WritingTask;
import ibid.search.rewrite.QueryRewriter;

/** Makes an answer of what was found: by quoting, or by having a language model write. Threads may share it. */
public interface Author {

    /** Puts questions into the stand-alone form that is searched. */
    QueryRewriter rewriter();

    /** Drafts, has each sentence checked against the words it cites, and reports it as soon as it is. */
    CreditedAnswer answer(WritingTask task, AnswerProgress progress);
}
