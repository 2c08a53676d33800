package ibid.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the words round a date speak of what was or of what is to come: "will be held on 15 January" means the next one. */
enum Tense {
    PAST, FUTURE, UNTOLD;

    private static final int NEAR = 160;   // letters; no clause is longer
    private static final Pattern BORDER = Pattern.compile("[.;:!?]\\s|, |\\b(?:that|which|who|but|because|while|although) ");
    private static final Pattern VERB = Pattern.compile("(?i)\\b(?:(?<future>will|won[’']t|shall|must|(?:is|are|be) (?:to|due|set|scheduled|expected|planned|likely|going)|plans?|intends?|hopes?|expects?|upcoming|coming|due|going to|starting)|(?<!\\bbe )(?<past>was|were|had|did|has been|have been|said|told|went|came|took|met|began|fell|rose|left|held|won|made|gave|spoke|wrote|saw|fled|ran|\\p{L}{2,20}ed))\\b|(?<=\\p{L})(?<short>[’']ll)\\b");

    /** The nearest verb before the date in its clause tells, else the next one after it, in the next clause too where it opens the sentence. */
    static Tense of(String text, int start, int end) {
        int from = Math.max(0, start - NEAR);
        String before = text.substring(from, start);
        Matcher border = BORDER.matcher(before);
        int clause = 0;
        while (border.find()) clause = border.end();
        Tense told = UNTOLD;
        Matcher verb = VERB.matcher(before).region(clause, before.length());
        while (verb.find()) told = tense(verb, told);   // "was due on": the past before it stays
        if (told != UNTOLD) return told;
        String after = text.substring(end, Math.min(text.length(), end + NEAR));
        String clauses = after.startsWith(", ") ? after.substring(2) : after;
        Matcher next = BORDER.matcher(clauses), ahead = VERB.matcher(clauses);
        int last = next.find() ? next.start() : clauses.length();
        return ahead.region(0, last).find() ? tense(ahead, UNTOLD) : UNTOLD;
    }

    private static Tense tense(Matcher verb, Tense before) {
        if (verb.group("past") != null) return before == FUTURE && verb.group("past").endsWith("ed") ? FUTURE : PAST;   // "will be signed", "is expected"
        boolean bare = verb.group().equalsIgnoreCase("due");
        return bare && before == PAST ? PAST : FUTURE;
    }
}
