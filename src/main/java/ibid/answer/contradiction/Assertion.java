package ibid.answer.contradiction;

import ibid.answer.rank.ScoredCandidate;

/** A sentence that gives an answer, with what it gives and when that is so. */
public record Assertion(ScoredCandidate candidate, AssertedValue value, Circumstances circumstances) {

    /** The answer as the sentence has it. */
    public String words() {
        return value.words();
    }

    /** Whether it and the other, of an independent article, cannot both be right. */
    boolean contradicts(Assertion other) {
        if (candidate.isOfSameArticle(other.candidate)
                || candidate.hit().origin().equals(other.candidate.hit().origin())) {
            return false;
        }
        return value.excludes(other.value)
                && circumstances.areOfSameOccasion(other.circumstances, value.isLasting())
                && isApartFrom(other);
    }

    /** Whether neither sentence holds the other's answer too. */
    private boolean isApartFrom(Assertion other) {
        return value instanceof AssertedValue.Judgement
                || !candidate.text().contains(other.words())
                        && !other.candidate.text().contains(words());
    }

    /** Whether it gives the same answer as the other. */
    public boolean agreesWith(Assertion other) {
        return value.agreesWith(other.value);
    }

    /** Whether it is a judgement, which is quoted as a whole. */
    public boolean isJudgement() {
        return value instanceof AssertedValue.Judgement;
    }
}
