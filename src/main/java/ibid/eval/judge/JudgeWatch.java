package ibid.eval.judge;

import ibid.IbidException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wraps a judge and ends the run after several failures in a row, since measures with a failing judge are meaningless.
 * Threads may share it.
 */
public final class JudgeWatch implements Judge {

    private static final int MAX_FAILURES_IN_A_ROW = 5;

    private final String name;
    private final Judge judge;
    private final AtomicInteger failures = new AtomicInteger();

    public JudgeWatch(String name, Judge judge) {
        this.name = name;
        this.judge = judge;
    }

    @Override
    public Judgement judge(String claim, List<String> evidence) {
        Judgement judgement = judge.judge(claim, evidence);
        if (!(judgement instanceof Judgement.Failed failed)) {
            failures.set(0);
        } else if (failures.incrementAndGet() >= MAX_FAILURES_IN_A_ROW) {
            throw new IbidException(
                    IbidException.Code.MODEL_UNAVAILABLE,
                    "the judge “" + name + "” failed on " + MAX_FAILURES_IN_A_ROW
                            + " claims in a row; the last failure: "
                            + failed.reason()
                            + "; fix that and run the same command again: --report keeps the finished topics");
        }
        return judgement;
    }
}
