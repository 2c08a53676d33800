package ibid.eval;

import java.util.ArrayList;
import java.util.List;

/** Says of one topic what a person should look at. */
final class Failing {

    private Failing() {}

    static List<String> of(Result result) {
        List<String> failings = new ArrayList<>();
        if (result.score("outcome_right") == 0) failings.add(result.outcome() + ", but right is " + result.topic().outcome());
        if (result.score("vital_nuggets") < 1 && !result.abstained()) failings.add(result.score("vital_nuggets") == 0 ? "no vital nugget is in the answer" : "some vital nuggets are not in the answer");
        if (result.score("recall@5") == 0) failings.add("no judged passage among the first five found");
        for (Result.Judged judged : result.verdicts()) {
            if (!judged.word().equals("full")) failings.add("“" + judged.sentence() + "” beside " + (judged.footnotes().isEmpty() ? "all that was found" : judged.footnotes()) + ": " + judged.word() + ", " + judged.reason());
        }
        if (result.score("follow_ups_agree") == 0) failings.add("asked alone it is answered otherwise");
        result.breaches().forEach(breach -> failings.add("breach: " + breach));
        return failings;
    }
}
