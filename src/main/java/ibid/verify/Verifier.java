package ibid.verify;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.retrieve.Terms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks a sentence against each quote it cites, by exact comparison. Stateless; threads may share it. */
public final class Verifier {

    private static final double FULL = 0.9;
    private static final double PARTIAL = 0.5;

    /** A verdict for each of the sentence's citations, in their order. */
    public List<Verdict> check(DraftSentence sentence) {
        return sentence.citations().stream().map(citation -> check(new Claim(sentence.text(), citation))).toList();
    }

    private static Verdict check(Claim claim) {
        Checks checks = new Checks(stands(claim.citation()), claim.numbersHold(), claim.namesHold(), claim.datesHold(), claim.negationHolds());
        double score = claim.evidence().contains(claim.words()) ? 1 : shared(claim);
        return new Verdict(label(checks, score), score, checks);
    }

    private static Support label(Checks checks, double score) {
        if (!checks.quote() || score < PARTIAL) return Support.NONE;
        return checks.all() && score >= FULL ? Support.FULL : Support.PARTIAL;
    }

    /** A quote is words of the article's text, from a place within it. */
    private static boolean stands(Citation citation) {
        int length = citation.hit().article().text().length();
        return citation.quote().length() > 0 && citation.quote().end() <= length && !citation.words().isBlank();
    }

    private static double shared(Claim claim) {
        List<String> terms = Terms.of(claim.words());
        Set<String> known = new HashSet<>(Terms.of(claim.evidence()));
        return terms.isEmpty() ? 0 : (double) terms.stream().filter(known::contains).count() / terms.size();
    }
}
