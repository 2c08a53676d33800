package ibid.answer;

import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of answer a question asks for, by how it is worded. */
enum Wanted {

    DATE("^(?:and )?(when\\b|since when|until when|(?:in |on |by )?(?:what|which) (?:year|date|day|month)\\b)", 2),
    NUMBER("^(?:and )?(how (?:many|much|large|big|long|far|old|often|deep|high)\\b|(?:what|which) (?:percentage|share|number|figure|size|proportion|amount|price)\\b|(?:what|which) .{0,30}\\b(?:per cent|percentage|share) of\\b)", 2),
    STATEMENT("\\b(?:say|said|says|tell|told|argue[ds]?|warn(?:ed|s)?|claim(?:ed|s)?|call(?:ed|s)?|describe[ds]?|react(?:ed|s|ion)?|respond(?:ed|s)?|response|think|view(?:ed|s)?|see|propose[ds]?"
            + "|answer(?:ed)?|criticis?z?e[ds]?|characteris?z?e[ds]?|reject(?:ed|s)?|comment(?:ed|s)?|position|stance|according to|opinion|reading)\\b", 3),
    PERSON("^(?:and )?(who\\b|whose\\b|whom\\b|which (?:person|minister|leader|president|politician|analyst|general|official|author|diplomat))", 2),
    PLACE("^(?:and )?(where\\b|(?:in |at |to )?(?:what|which) (?:country|city|place|state|port|base|town|capital)\\b)", 2),
    REASON("^(?:and )?(why\\b|for what reason|what (?:reason|caused|explains|is the reason|was the reason)|how come)", 3),
    MEANING("^(?:and )?(what (?:is|are|was|were) (?!the (?:reason|cause))|what does .* (?:mean|stand for)|define\\b|who (?:is|was)\\b)", 3),
    LIST("^(?:and )?(list\\b|name\\b|which\\b|what (?:countries|states|members|reasons|problems|arguments|countries)\\b)", 5),
    YES_NO("^(?:and )?(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b", 3),
    ANY("", 4);

    private static final Pattern YEAR_OR_DATE = Pattern.compile("(?i)\\b(1[0-9]|20)\\d\\d\\b|\\b(january|february|march|april|may|june|july|august|september|october|november|december)\\b"
            + "|\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(yesterday|today|tomorrow)\\b|\\b(last|next|this) (week|month|year|spring|summer|autumn|fall|winter)\\b|\\b\\d{4}s\\b|\\bcentury\\b");
    private static final Pattern QUANTITY = Pattern.compile("(?i)[$€£¥]\\s?\\d|\\b(?!(?:1[89]|20)\\d\\d\\b)\\d[\\d.,]*\\b|\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
            + "|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|per ?cent|once|twice)\\b");
    private static final Pattern CAUSE = Pattern.compile("(?i)\\b(because|due to|owing to|in order to|so that|as a result|result(ed|s)? (from|in)|in response to|aim(s|ed|ing)? (to|at)|fear(s|ed|ing)?|amid|driven|reasons?|prompt(s|ed)?"
            + "|given that|given the|since|therefore|thus|hence|cause[ds]?|led to|precaution|hedge|to (avoid|counter|deter|prevent|protect|ensure|contain))\\b");
    private final Pattern asked;
    private final int sentences;

    Wanted(String asked, int sentences) {
        this.asked = Pattern.compile(asked);
        this.sentences = sentences;
    }

    /** The first kind, in the order above, whose wording the question has. */
    static Wanted of(String question) {
        String plain = question.strip().toLowerCase(Locale.ROOT);
        for (Wanted wanted : values()) if (wanted.asked.matcher(plain).find()) return wanted;
        return ANY;
    }

    /** How many sentences an answer of this kind needs at most. */
    int sentences() {
        return sentences;
    }

    /** Whether a sentence holds what an answer of this kind must hold; ANY and YES_NO ask for nothing. */
    boolean heldBy(String sentence, long newNames) {
        return switch (this) {
            case DATE -> YEAR_OR_DATE.matcher(sentence).find();
            case NUMBER -> QUANTITY.matcher(sentence).find();
            case REASON -> CAUSE.matcher(sentence).find();
            case STATEMENT -> Voice.SPEECH.matcher(sentence).find() || sentence.matches("(?s).*[“\"].*");
            case PERSON, PLACE -> newNames > 0;
            case MEANING, LIST, YES_NO, ANY -> true;
        };
    }
}
