package ibid.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares a claim with its evidence exactly: quotations, numbers, dates, names, and word by word if the claim is
 * nearly a sentence of it.
 */
final class ExactComparison {

    private ExactComparison() {}

    /** @param findings errors in the claim, contradictions first */
    record Result(List<Finding> findings) {

        boolean holds(Finding.Kind kind) {
            return findings.stream().noneMatch(finding -> finding.kind() == kind);
        }

        /** Whether the claim is a sentence of the evidence with one fact replaced. */
        boolean isContradicted() {
            return findings.stream().anyMatch(Finding::contradicts);
        }
    }

    static Result of(Claim claim) {
        List<Finding> findings = compareWords(claim);
        for (Finding name : new NameComparison(claim).compare()) {
            if (!isFound(name, findings)) {
                findings.add(name);
            }
        }
        findings.sort((one, other) -> Boolean.compare(other.contradicts(), one.contradicts()));
        return new Result(findings.stream().distinct().toList());
    }

    private static List<Finding> compareWords(Claim claim) {
        WordAlignment alignment = WordAlignment.of(claim.text(), claim.evidence());
        List<Finding> findings = new ArrayList<>(QuotationComparison.compare(claim));
        findings.addAll(NumberComparison.compare(claim, alignment));
        findings.addAll(DateComparison.compare(claim, alignment));
        boolean numbersHold = findings.stream().noneMatch(ExactComparison::isOfNumber);
        findings.addAll(new ChangeComparison(claim, alignment, numbersHold).compare());
        return findings;
    }

    private static boolean isOfNumber(Finding finding) {
        return finding.kind() == Finding.Kind.NUMBER || finding.kind() == Finding.Kind.DATE;
    }

    private static boolean isFound(Finding name, List<Finding> findings) {
        return findings.stream()
                .anyMatch(other ->
                        other.kind() == Finding.Kind.NAME && other.reason().contains(name.claimed()));
    }
}
