package ibid.eval.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Caches the verdicts of a judge, so that several measures share one. One thread at a time. */
public final class CachingJudge implements Judge {

    private final Judge judge;
    private final Map<List<Object>, Judgement> judgements = new HashMap<>();

    public CachingJudge(Judge judge) {
        this.judge = judge;
    }

    @Override
    public Judgement judge(String claim, List<String> evidence) {
        return judgements.computeIfAbsent(List.of(claim, evidence), key -> judge.judge(claim, evidence));
    }

    public long failures() {
        return judgements.values().stream().filter(Judgement::hasFailed).count();
    }
}
