package ibid.ask;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.extract.ExtractiveWriter;
import ibid.search.Ranking;
import ibid.verify.Verifier;

/** Answers in the articles' own sentences. Threads may share it. */
public final class ExtractiveAuthor implements Author {

    private static final int NEAREST = 3;
    private static final int SUGGESTED = 2;

    private final ExtractiveWriter writer;
    private final Verifier verifier;
    private final SuggestedQuestions suggestions;

    public ExtractiveAuthor(ExtractiveWriter writer, Verifier verifier, SuggestedQuestions suggestions) {
        this.writer = writer;
        this.verifier = verifier;
        this.suggestions = suggestions;
    }

    @Override
    public Authored answer(Found found, AnsweredQuestion.Clock clock, AnswerEvent.Watcher watcher) {
        return answer(clock.time(AnswerEvent.Stage.WRITE, () -> draft(found)), found, clock, watcher);
    }

    public Draft.Extracted draft(Found found) {
        return writer.draft(found.parts(), found.rankings());
    }

    public Authored answer(
            Draft.Extracted draft, Found found, AnsweredQuestion.Clock clock, AnswerEvent.Watcher watcher) {
        return new Authored(
                clock.time(AnswerEvent.Stage.VERIFY, () -> checked(draft, found.together(), watcher)),
                WriterCredit.extractive());
    }

    private Answer checked(Draft.Extracted draft, Ranking ranking, AnswerEvent.Watcher watcher) {
        return switch (draft) {
            case Draft.Nothing nothing -> abstained(nothing, ranking);
            case Draft.Written written -> {
                AnswerComposer composition = new AnswerComposer(written.shape());
                for (DraftSentence sentence : written.sentences())
                    composition.add(sentence, verifier.check(sentence)).ifPresent(watcher::on);
                yield composition.isEmpty()
                        ? abstained(
                                Answer.Reason.NOT_SUPPORTED,
                                "No sentence found stood the check against its article.",
                                ranking,
                                0)
                        : composition.answer(written.missing(), written.clashes(), written.confidence());
            }
        };
    }

    public Answer abstained(Draft.Nothing nothing, Ranking ranking) {
        return abstained(
                ranking.hits().isEmpty() ? Answer.Reason.NOTHING_RETRIEVED : Answer.Reason.NOT_ANSWERED,
                nothing.missing(),
                ranking,
                nothing.confidence());
    }

    public Answer abstained(Answer.Reason reason, String missing, Ranking ranking, double confidence) {
        return new Answer.Abstained(
                reason,
                missing,
                NearestPassage.of(ranking.hits(), NEAREST),
                suggestions.near(ranking, SUGGESTED),
                confidence);
    }
}
