package ibid.serve;

import ibid.ask.Ask;
import ibid.index.PassageIndex;
import ibid.index.update.IndexWatcher;
import ibid.library.ArticleFiles;
import ibid.log.TurnLog;
import ibid.search.Retriever;
import ibid.suggest.SuggestedQuestions;
import ibid.verify.Verifier;

/** The parts that the server's routes call. */
public record ServerParts(
        Ask ask,
        Retriever retriever,
        ArticleFiles files,
        PassageIndex index,
        IndexWatcher watcher,
        TurnLog log,
        SuggestedQuestions suggestions,
        Verifier verifier) {}
