package ibid.eval.judge;

import ibid.verify.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A judge with scripted verdicts; it records what it was asked. */
public final class ScriptedJudge implements Judge {

    private final BiFunction<String, List<String>, Judgement> says;
    private final List<String> asked = new ArrayList<>();

    public ScriptedJudge(BiFunction<String, List<String>, Judgement> says) {
        this.says = says;
    }

    public static Judgement full() {
        return new Judgement.Given(Support.FULL, false, 1, "");
    }

    public static Judgement partial() {
        return new Judgement.Given(Support.PARTIAL, false, 0.5, "");
    }

    public static Judgement none() {
        return new Judgement.Given(Support.NONE, false, 0, "");
    }

    public static Judgement failed() {
        return new Judgement.Failed("scripted");
    }

    /** A text supports a claim if it has all letters of the claim; "?" makes the judge fail. */
    public static ScriptedJudge byLetters() {
        return new ScriptedJudge((claim, evidence) -> {
            String text = String.join("", evidence);
            if (text.contains("?")) {
                return failed();
            }
            long held =
                    claim.chars().filter(letter -> text.indexOf(letter) >= 0).count();
            if (held == claim.length()) {
                return full();
            }
            return held > 0 ? partial() : none();
        });
    }

    @Override
    public synchronized Judgement judge(String claim, List<String> evidence) {
        asked.add(claim + " < " + String.join(" + ", evidence));
        return says.apply(claim, evidence);
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }
}
