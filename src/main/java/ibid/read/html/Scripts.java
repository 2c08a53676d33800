package ibid.read.html;

/** Writes raised and lowered signs as such, so that they do not join the number or word before them. */
final class Scripts {

    private static final String SIGNS = "0123456789+-−–()=";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾⁼";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₍₎₌";
    private static final String SEPARATORS = ", ";

    private Scripts() {}

    /** "⁵" for "5"; "^(n−1)" for what Unicode has no raised signs for; ordinals and words stay as they are. */
    static String raised(String text) {
        return script(text, RAISED, "^");
    }

    /** "₂" for "2"; "_(n−1)" for what Unicode has no lowered signs for; words stay as they are. */
    static String lowered(String text) {
        return script(text, LOWERED, "_");
    }

    private static String script(String text, String signs, String mark) {
        String plain = text.strip();
        boolean hasFigure = plain.chars().anyMatch(Character::isDigit);
        boolean hasOperator = plain.chars().anyMatch(sign -> "+-−–=/".indexOf(sign) >= 0);
        if (plain.isEmpty() || !hasFigure && !hasOperator) {
            return text;
        }
        StringBuilder written = new StringBuilder();
        for (char sign : plain.toCharArray()) {
            int index = SIGNS.indexOf(sign);
            if (index < 0 && SEPARATORS.indexOf(sign) < 0) {
                return mark + "(" + plain + ")";
            }
            written.append(index < 0 ? sign : signs.charAt(index));
        }
        return written.toString();
    }
}
