package ibid.ask;

import ibid.answer.Draft;
import ibid.answer.WritingTask;
import ibid.search.rewrite.QueryRewriter;

/** Makes an answer from retrieved passages, by quoting or with a language model. Threads may share it. */
public interface Author {

    /** Rewrites questions to the stand-alone form that is searched. */
    QueryRewriter rewriter();

    /** Whether it works on this machine's cores; else it mostly waits for the server of a language model. */
    boolean isComputedHere();

    /** One that asks no language model: itself, or the one that answers where the model fails. */
    Author quoting();

    /** Answers what asks nothing of the articles. */
    CreditedAnswer reply(String text);

    /** Drafts an answer, checks each sentence against its citations, and reports each sentence once it is checked. */
    CreditedAnswer answer(WritingTask task, AnswerProgress progress);

    /** Checks a draft that quotes articles and makes the answer from it. */
    CreditedAnswer answer(Draft.Extracted draft, WritingTask task, AnswerProgress progress);
}
