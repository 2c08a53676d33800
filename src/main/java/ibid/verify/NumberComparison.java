package ibid.verify;

import ibid.language.Lexemes;
import ibid.language.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that every number of the claim is in the evidence, in figures or words. */
final class NumberComparison {

    private static final Set<String> WORDS_FOR_ONE = Set.of("one", "a", "an", "the", "single", "1");

    private NumberComparison() {}

    static List<Finding> compare(Claim claim, WordAlignment alignment) {
        List<Quantity> evidence = Quantity.in(claim.evidence());
        List<Finding> findings = new ArrayList<>();
        for (Quantity claimed : Quantity.all(claim.text())) {
            if (!isGiven(claimed, evidence, claim.evidence())) {
                Optional<Quantity> counterpart = counterpart(claimed, evidence, alignment);
                findings.add(finding(claimed, counterpart));
            }
        }
        return findings;
    }

    /** The evidence's number of the same kind, or its only number if the claim is nearly its sentence. */
    private static Optional<Quantity> counterpart(Quantity claimed, List<Quantity> evidence, WordAlignment alignment) {
        Optional<Quantity> same = evidence.stream().filter(claimed::countsSame).findFirst();
        boolean only = evidence.size() == 1 && alignment.isClose();
        return same.isEmpty() && only ? Optional.of(evidence.getFirst()) : same;
    }

    private static Finding finding(Quantity claimed, Optional<Quantity> counterpart) {
        return counterpart
                .map(given -> Finding.contradicted(Finding.Kind.NUMBER, given.words(), claimed.words()))
                .orElseGet(() -> Finding.absent(Finding.Kind.NUMBER, claimed.words()));
    }

    private static boolean isGiven(Quantity claimed, List<Quantity> evidence, String text) {
        if (!claimed.isOne()) {
            return evidence.stream().anyMatch(claimed::isGivenBy);
        }
        return evidence.stream().noneMatch(claimed::countsSame) || hasSingle(claimed.counted(), text);
    }

    /** Whether the evidence also has one of those, or is about a single one. */
    private static boolean hasSingle(String counted, String evidence) {
        Lexemes text = new Lexemes(evidence);
        for (int at = 1; at < text.size(); at++) {
            if (text.key(at).equals(counted) && WORDS_FOR_ONE.contains(text.key(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
