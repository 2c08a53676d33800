package ibid.eval;

import java.util.List;

/** Says how far texts bear a claim out. */
public interface Judge {

    /** @param evidence texts that are to bear it out together; a claim without any is borne out by none */
    Judgement judge(String claim, List<String> evidence);
}
