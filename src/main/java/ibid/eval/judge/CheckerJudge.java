package ibid.eval.judge;

import ibid.verify.Support;
import ibid.verify.Verdict;
import ibid.verify.Verifier;
import java.util.List;

/** The verifier of answers, used as a judge. Threads may share it. */
public final class CheckerJudge implements Judge {

    private final Verifier verifier;

    public CheckerJudge(Verifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Judgement judge(String claim, List<String> evidence) {
        if (claim.isBlank()) {
            return new Judgement.Failed("there is no claim");
        }
        if (evidence.stream().allMatch(String::isBlank)) {
            return new Judgement.Given(Support.NONE, false, 0, "there is no evidence");
        }
        Verdict verdict = verifier.check(claim, evidence);
        return new Judgement.Given(verdict.support(), verdict.contradicted(), verdict.score(), verdict.reason());
    }
}
