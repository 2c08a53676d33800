package ibid.ask;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.extract.ExtractiveWriter;
import ibid.search.Ranking;
import ibid.verify.Verifier;

/** Answers in the articles' own sentences. Threads may share it. */
final class Quoted implements Author {

    private static final int NEAREST = 3;
    private static final int SUGGESTED = 2;

    private final ExtractiveWriter writer;
    private final Verifier verifier;
    private final Suggestions suggestions;

    Quoted(ExtractiveWriter writer, Verifier verifier, Suggestions suggestions) {
        this.writer = writer;
        this.verifier = verifier;
        this.suggestions = suggestions;
    }

    @Override
    public Authored answer(Found found, Asked.Clock clock, Event.Watcher watcher) {
        return answer(clock.time(Event.Stage.WRITE, () -> draft(found)), found, clock, watcher);
    }

    Draft draft(Found found) {
        return writer.draft(found.parts(), found.rankings());
    }

    Authored answer(Draft draft, Found found, Asked.Clock clock, Event.Watcher watcher) {
        return new Authored(clock.time(Event.Stage.VERIFY, () -> checked(draft, found.together(), watcher)), Authorship.extractive());
    }

    private Answer checked(Draft draft, Ranking ranking, Event.Watcher watcher) {
        return switch (draft) {
            case Draft.Nothing nothing -> abstained(nothing, ranking);
            case Draft.Written written -> {
                Composition composition = new Composition(written.shape());
                for (DraftSentence sentence : written.sentences()) composition.add(sentence, verifier.check(sentence)).ifPresent(watcher::on);
                yield composition.isEmpty() ? abstained(Answer.Reason.NOT_SUPPORTED, "No sentence found stood the check against its article.", ranking, 0)
                        : composition.answer(written.missing(), written.clashes(), written.confidence());
            }
        };
    }

    Answer abstained(Draft.Nothing nothing, Ranking ranking) {
        return abstained(ranking.hits().isEmpty() ? Answer.Reason.NOTHING_RETRIEVED : Answer.Reason.NOT_ANSWERED, nothing.missing(), ranking, nothing.confidence());
    }

    Answer abstained(Answer.Reason reason, String missing, Ranking ranking, double confidence) {
        return new Answer.Abstained(reason, missing, Nearest.of(ranking.hits(), NEAREST), suggestions.near(ranking, SUGGESTED), confidence);
    }
}
