package ibid.ask;

import ibid.IbidException;
import ibid.answer.extract.ExtractiveWriter;
import ibid.article.ArticleId;
import ibid.ask.Author.Authored;
import ibid.ask.Author.Found;
import ibid.ask.llm.LlmAuthor;
import ibid.ask.llm.LlmQueryRewriter;
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
    private final Optional<LlmAuthor> written;

    /** One that quotes. */
    public Ask(Retriever retriever, ExtractiveWriter writer, Verifier verifier, SuggestedQuestions suggestions) {
        this.retriever = retriever;
        this.depths = writer;
        this.author = new ExtractiveAuthor(writer, verifier, suggestions);
        this.written = Optional.empty();
    }

    /** One that has a language model write, and quotes where it fails. */
    public Ask(Retriever retriever, ExtractiveWriter writer, LlmAuthor written) {
        this.retriever = retriever;
        this.depths = writer;
        this.author = written;
        this.written = Optional.of(written);
    }

    /** Everything in it comes from one generation, and from articles that are still there when it is done. */
    public AnsweredQuestion answer(UserQuestion asking, AnswerEvent.Watcher watcher) {
        AnsweredQuestion asked = answerOnce(asking, watcher);
        for (int again = 0; !holds(asked); again++) {
            if (again == MOST_AGAIN)
                throw new IbidException(
                        IbidException.Code.BUSY,
                        "articles this answer rests on were removed or replaced while it was made; ask again");
            asked = answerOnce(asking, event -> {}); // what was shown of the first gives way to the whole answer
        }
        return asked;
    }

    private boolean holds(AnsweredQuestion asked) {
        Set<ArticleId> shown = switch (asked.answer()) {
            case Answer.Cited cited ->
                cited.footnotes().stream()
                        .map(footnote -> footnote.article().id())
                        .collect(Collectors.toSet());
            case Answer.Abstained abstained ->
                abstained.nearest().stream().map(near -> near.article().id()).collect(Collectors.toSet());
        };
        return asked.ranking().hits().stream()
                .map(Hit::article)
                .filter(article -> shown.contains(article.id()))
                .distinct()
                .allMatch(retriever::holds);
    }

    private AnsweredQuestion answerOnce(UserQuestion asking, AnswerEvent.Watcher watcher) {
        AnsweredQuestion.Clock clock = new AnsweredQuestion.Clock(watcher);
        LlmQueryRewriter.Form form = clock.time(AnswerEvent.Stage.REWRITE, () -> form(asking));
        List<String> parts = SubQuestions.of(form.query());
        List<Ranking> rankings = clock.time(
                AnswerEvent.Stage.RETRIEVE,
                () -> retriever.retrieve(
                        parts.stream()
                                .map(part -> new Query(part, asking.filters()))
                                .toList(),
                        part -> depths.depth(part.text())));
        Ranking together = Ranking.joined(rankings);
        watcher.on(new AnswerEvent.Found(
                form.query(), NearestPassage.of(together.hits(), together.hits().size())));
        Authored authored =
                author.answer(new Found(form.query(), asking.filters(), parts, rankings, together), clock, watcher);
        return new AnsweredQuestion(
                form.query(),
                authored.answer(),
                together,
                clock.millis(),
                authored.authorship().with(form.usage()));
    }

    private LlmQueryRewriter.Form form(UserQuestion asking) {
        if (asking.earlier().isEmpty()) return LlmQueryRewriter.Form.asIs(asking.question());
        return written.map(writer -> writer.rewriting().form(asking))
                .orElseGet(() -> LlmQueryRewriter.Form.asIs(QueryRewriter.form(asking.question(), asking.earlier())));
    }
}
