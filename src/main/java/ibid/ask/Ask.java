package ibid.ask;

import ibid.IbidException;
import ibid.answer.extract.ExtractiveWriter;
import ibid.article.ArticleId;
import ibid.ask.Author.Authored;
import ibid.ask.Author.Found;
import ibid.search.Hit;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.search.rewrite.QueryRewriter;
import ibid.verify.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers a question: puts it in stand-alone form, retrieves, has it answered and checked. Threads may share it. */
public final class Ask {

    private static final int MOST_AGAIN = 2;

    private final Retriever retriever;
    private final ExtractiveWriter depths;
    private final Author author;
    private final Optional<Written> written;

    /** One that quotes. */
    public Ask(Retriever retriever, ExtractiveWriter writer, Verifier verifier, Suggestions suggestions) {
        this.retriever = retriever;
        this.depths = writer;
        this.author = new Quoted(writer, verifier, suggestions);
        this.written = Optional.empty();
    }

    /** One that has a language model write, and quotes where it fails. */
    public Ask(Retriever retriever, ExtractiveWriter writer, Written written) {
        this.retriever = retriever;
        this.depths = writer;
        this.author = written;
        this.written = Optional.of(written);
    }

    /** Everything in it comes from one generation, and from articles that are still there when it is done. */
    public Asked answer(Asking asking, Event.Watcher watcher) {
        Asked asked = answerOnce(asking, watcher);
        for (int again = 0; !holds(asked); again++) {
            if (again == MOST_AGAIN) throw new IbidException(IbidException.Code.BUSY, "articles this answer rests on were removed or replaced while it was made; ask again");
            asked = answerOnce(asking, event -> { });   // what was shown of the first gives way to the whole answer
        }
        return asked;
    }

    private boolean holds(Asked asked) {
        Set<ArticleId> shown = switch (asked.answer()) {
            case Answer.Cited cited -> cited.footnotes().stream().map(footnote -> footnote.article().id()).collect(Collectors.toSet());
            case Answer.Abstained abstained -> abstained.nearest().stream().map(near -> near.article().id()).collect(Collectors.toSet());
        };
        return asked.ranking().hits().stream().map(Hit::article).filter(article -> shown.contains(article.id())).distinct().allMatch(retriever::holds);
    }

    private Asked answerOnce(Asking asking, Event.Watcher watcher) {
        Asked.Clock clock = new Asked.Clock(watcher);
        Rewriting.Form form = clock.time(Event.Stage.REWRITE, () -> form(asking));
        List<String> parts = Parts.of(form.query());
        List<Ranking> rankings = clock.time(Event.Stage.RETRIEVE, () -> retriever.retrieve(parts.stream().map(part -> new Query(part, asking.filters())).toList(), part -> depths.depth(part.text())));
        Ranking together = Ranking.joined(rankings);
        watcher.on(new Event.Found(form.query(), Nearest.of(together.hits(), together.hits().size())));
        Authored authored = author.answer(new Found(form.query(), asking.filters(), parts, rankings, together), clock, watcher);
        return new Asked(form.query(), authored.answer(), together, clock.millis(), authored.authorship().with(form.usage()));
    }

    private Rewriting.Form form(Asking asking) {
        if (asking.earlier().isEmpty()) return Rewriting.Form.asIs(asking.question());
        return written.map(writer -> writer.rewriting().form(asking)).orElseGet(() -> Rewriting.Form.asIs(QueryRewriter.form(asking.question(), asking.earlier())));
    }
}
