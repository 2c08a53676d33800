package ibid.answer.contradiction;

import ibid.language.quantity.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Joins two figures that are the ends of a range: "between 20 and 40", "20 to 40", "20-40". */
final class Ranges {

    private static final Set<String> JOINING = Set.of("to", "-", "–");

    private Ranges() {}

    /** What the quantity stands for, with the other end where it is one end of a range. */
    static Amount amount(Quantity quantity, List<Quantity> all, String sentence) {
        Amount amount = Amount.of(quantity, sentence);
        int at = all.indexOf(quantity);
        if (at + 1 < all.size() && isRange(quantity, all.get(at + 1), sentence)) {
            return amount.to(Amount.of(all.get(at + 1), sentence));
        }
        if (at > 0 && isRange(all.get(at - 1), quantity, sentence)) {
            return amount.to(Amount.of(all.get(at - 1), sentence));
        }
        return amount;
    }

    private static boolean isRange(Quantity first, Quantity second, String sentence) {
        if (second.start() < first.end()) {
            return false;
        }
        String between = sentence.substring(first.end(), second.start()).strip();
        String before =
                sentence.substring(0, first.start()).toLowerCase(Locale.ROOT).stripTrailing();
        return JOINING.contains(between) || between.equals("and") && before.endsWith("between");
    }
}
