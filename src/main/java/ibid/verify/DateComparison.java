package ibid.verify;

import ibid.language.quantity.Quantity;
import ibid.language.time.CalendarDate;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every date and year of the claim must be in the evidence or be the article's own. */
final class DateComparison {

    private DateComparison() {}

    static List<Finding> compare(Claim claim, WordAlignment alignment) {
        List<Timex> evidence = new ArrayList<>(TemporalTagger.tag(claim.evidence(), claim.published()));
        evidence.addAll(TemporalTagger.tag(claim.imprint()));
        evidence.removeIf(timex -> !timex.date().isKnown());
        List<Finding> findings = new ArrayList<>();
        for (Timex claimed : TemporalTagger.tag(claim.text())) {
            boolean given = isGiven(claimed.date(), evidence) || isNumber(claimed.date(), claim.evidence());
            if (!claimed.isWritten() || given) {
                continue;
            }
            Optional<Timex> other = evidence.stream()
                    .filter(timex -> alignment.isClose() && timex.date().hasPartsOf(claimed.date()))
                    .findFirst();
            findings.add(other.map(timex -> Finding.contradicted(Finding.Kind.DATE, timex.words(), claimed.words()))
                    .orElseGet(() -> Finding.absent(Finding.Kind.DATE, claimed.words())));
        }
        return findings;
    }

    /** Whether the evidence has the year as a number of something. */
    private static boolean isNumber(CalendarDate claimed, String evidence) {
        if (claimed.month().isPresent() || claimed.year().isEmpty()) {
            return false;
        }
        int year = claimed.year().getAsInt();
        return Quantity.in(evidence).stream().anyMatch(number -> number.value() == year);
    }

    /** Also where the evidence names day and month, and the year elsewhere: "On 9 April … in 2011". */
    private static boolean isGiven(CalendarDate claimed, List<Timex> evidence) {
        if (evidence.stream().anyMatch(timex -> claimed.isGivenBy(timex.date()))) {
            return true;
        }
        if (claimed.month().isEmpty()) {
            return false;
        }
        CalendarDate day = claimed.withoutYear();
        boolean dayIsGiven =
                evidence.stream().map(Timex::date).anyMatch(date -> date.year().isEmpty() && day.isGivenBy(date));
        return dayIsGiven
                && evidence.stream().anyMatch(timex -> timex.date().year().equals(claimed.year()));
    }
}
