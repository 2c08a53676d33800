package ibid.answer.stance;

/** A side taken of a matter (SemEval-2016 Task 6: favour, against, neither). */
public enum Stance {
    FOR,
    AGAINST,
    NONE;

    public Stance opposite() {
        return switch (this) {
            case FOR -> AGAINST;
            case AGAINST -> FOR;
            case NONE -> NONE;
        };
    }
}
