package ibid.answer.stance;

import ibid.answer.rank.ScoredCandidate;
import java.util.Locale;

/** A sentence that takes a side. */
public record Opinion(SentenceStance stance, ScoredCandidate candidate) {

    /** {@code against: Mohamad Hasan (Malaysia)}. */
    public String label() {
        String side = stance.side().name().toLowerCase(Locale.ROOT);
        return stance.holder().isEmpty() ? side : side + ": " + stance.holder();
    }
}
