package ibid.verify;

import ibid.language.quantity.Quantity;
import ibid.language.time.CalendarDate;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import java.util.ArrayList;
import java.util.List;

/** Checks that every date and year of the claim is in the evidence or is the article's own. */
final class DateComparison {

    private DateComparison() {}

    static List<Finding> compare(Claim claim, WordAlignment alignment) {
        List<Timex> evidence = known(claim);
        List<Finding> findings = new ArrayList<>();
        for (Timex claimed : TemporalTagger.tag(claim.text())) {
            boolean given = isGiven(claimed.date(), evidence) || isNumber(claimed.date(), claim.evidence());
            if (claimed.isWritten() && !given) {
                findings.add(finding(claimed, evidence, alignment));
            }
        }
        return findings;
    }

    /** The dates of the evidence and of the article's imprint. */
    private static List<Timex> known(Claim claim) {
        List<Timex> known = new ArrayList<>(TemporalTagger.tag(claim.evidence(), claim.published()));
        known.addAll(TemporalTagger.tag(claim.imprint()));
        known.removeIf(timex -> !timex.date().isKnown());
        return known;
    }

    private static Finding finding(Timex claimed, List<Timex> evidence, WordAlignment alignment) {
        return evidence.stream()
                .filter(timex -> alignment.isClose() && timex.date().hasPartsOf(claimed.date()))
                .findFirst()
                .map(timex -> Finding.contradicted(Finding.Kind.DATE, timex.words(), claimed.words()))
                .orElseGet(() -> Finding.absent(Finding.Kind.DATE, claimed.words()));
    }

    /** Whether the evidence contains the year as a count. */
    private static boolean isNumber(CalendarDate claimed, String evidence) {
        if (claimed.month().isPresent() || claimed.year().isEmpty()) {
            return false;
        }
        int year = claimed.year().getAsInt();
        return Quantity.in(evidence).stream().anyMatch(number -> number.value() == year);
    }

    /** Also true if the evidence has day and month, and the year elsewhere: "On 9 April … in 2011". */
    private static boolean isGiven(CalendarDate claimed, List<Timex> evidence) {
        if (evidence.stream().anyMatch(timex -> claimed.isGivenBy(timex.date()))) {
            return true;
        }
        return claimed.month().isPresent() && isGivenInParts(claimed, evidence);
    }

    private static boolean isGivenInParts(CalendarDate claimed, List<Timex> evidence) {
        List<CalendarDate> dates = evidence.stream().map(Timex::date).toList();
        CalendarDate day = claimed.withoutYear();
        return dates.stream().anyMatch(date -> date.year().isEmpty() && day.isGivenBy(date))
                && dates.stream().anyMatch(date -> date.year().equals(claimed.year()));
    }
}
