package ibid.ask;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.Quoting;
import ibid.retrieve.Query;
import ibid.retrieve.Ranking;
import ibid.retrieve.Retriever;
import ibid.retrieve.StandAlone;
import ibid.verify.Verifier;
import java.util.List;

/** Answers a question: puts it in stand-alone form, retrieves, drafts, checks, numbers the footnotes. Threads may share it. */
public final class Ask {

    private static final int NEAREST = 3;
    private static final int SUGGESTED = 2;

    private final Retriever retriever;
    private final Quoting writer;
    private final Verifier verifier;
    private final Suggestions suggestions;

    public Ask(Retriever retriever, Quoting writer, Verifier verifier, Suggestions suggestions) {
        this.retriever = retriever;
        this.writer = writer;
        this.verifier = verifier;
        this.suggestions = suggestions;
    }

    public Asked answer(Asking asking, Event.Watcher watcher) {
        Asked.Clock clock = new Asked.Clock(watcher);
        String query = clock.time(Event.Stage.REWRITE, () -> StandAlone.form(asking.question(), asking.earlier()));
        List<String> parts = Parts.of(query);
        List<Ranking> rankings = clock.time(Event.Stage.RETRIEVE, () -> parts.stream().map(part -> retriever.retrieve(new Query(part, asking.filters()), writer.depth(part))).toList());
        Ranking ranking = Ranking.joined(rankings);
        watcher.on(new Event.Found(query, Nearest.of(ranking.hits(), ranking.hits().size())));
        Draft draft = clock.time(Event.Stage.WRITE, () -> writer.draft(parts, rankings));
        Answer answer = clock.time(Event.Stage.VERIFY, () -> checked(draft, ranking, watcher));
        return new Asked(query, answer, ranking, clock.millis());
    }

    private Answer checked(Draft draft, Ranking ranking, Event.Watcher watcher) {
        return switch (draft) {
            case Draft.Nothing nothing -> abstain(ranking.hits().isEmpty() ? Answer.Reason.NOTHING_RETRIEVED : Answer.Reason.NOT_ANSWERED, nothing.missing(), ranking, nothing.confidence());
            case Draft.Written written -> {
                Composition composition = new Composition(written.shape());
                for (DraftSentence sentence : written.sentences()) composition.add(sentence, verifier.check(sentence)).ifPresent(watcher::on);
                yield composition.isEmpty() ? abstain(Answer.Reason.NOT_SUPPORTED, "No sentence found stood the check against its article.", ranking, 0)
                        : composition.answer(written);
            }
        };
    }

    private Answer abstain(Answer.Reason reason, String missing, Ranking ranking, double confidence) {
        return new Answer.Abstained(reason, missing, Nearest.of(ranking.hits(), NEAREST), suggestions.near(ranking, SUGGESTED), confidence);
    }
}
