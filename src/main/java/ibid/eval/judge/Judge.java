package ibid.eval.judge;

import java.util.List;

/** Says how far texts bear a claim out. */
public interface Judge {

    /** @param evidence texts that are to supports it together; a claim without any is supported by none */
    Judgement judge(String claim, List<String> evidence);

    /**
     * Whether it understands other words for the same thing, as a language model may, and can so be asked whether an
     * answer holds a nugget.
     */
    default boolean readsText() {
        return false;
    }
}
