package ibid.eval.judge;

import java.util.List;

/** Decides how far texts support a claim. */
public interface Judge {

    /** @param evidence texts that may support the claim together; without evidence the verdict is NONE */
    Judgement judge(String claim, List<String> evidence);

    /**
     * Whether it understands paraphrases, as a language model does, so that it can decide whether an answer holds a
     * nugget.
     */
    default boolean readsText() {
        return false;
    }
}
