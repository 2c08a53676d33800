package ibid.answer;

import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of answer a question asks for, by how it is worded. */
enum Wanted {

    DATE("^(and )?(when|since when|until when|(in |on |by )?(what|which) (year|date|day|month))\\b|\\bwhen (did|was|were|is|does|do|will|has|had)\\b", 0.9, 3),
    NUMBER("\\bhow (many|much|large|big|long|far|old|often|deep|high)\\b|\\b(what|which) (percentage|share|number|figure|size|proportion|amount|price|cost)\\b", 0.8, 3),
    REASON("\\bwhy\\b|\\bfor what reason|\\bwhat (reason|caused|explains|made)\\b|\\bhow come\\b|\\breasons?\\b", 0.4, 3),
    STATEMENT("\\b(says?|said|tell|told|argue[ds]?|warn(ed|s)?|claim(ed|s)?|call(ed|s)?|describe[ds]?|react(ed|s|ion)?|respond(ed|s)?|response|think|view(ed|s)?|opinion|reading|according to"
            + "|position|stance|comment(ed|s)?|reply|repl(ies|ied)|answer(ed)?|make of|verdict|objections?|propose[ds]?|criticis?z?e[ds]?|reject(ed|s)?)\\b", 0.2, 4),
    PERSON("^(and |so )?(who|whose|whom)\\b|\\bwho (is|was|did|were|has|gave|put)\\b|\\bwhich (person|minister|leader|president|politician|general|official|admiral)\\b", 0, 3),
    PLACE("\\bwhere\\b|\\b(what|which) (country|city|place|state|port|base|town|capital)\\b", 0, 3),
    ANY("", 0, 4);

    private static final Pattern DAY = Pattern.compile("(?i)\\b(1[0-9]|20)\\d\\d\\b|\\b(january|february|march|april|may|june|july|august|september|october|november|december)\\b"
            + "|\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(yesterday|today|tomorrow)\\b|\\b(last|next|this) (week|month|year|spring|summer|autumn|fall|winter)\\b|\\b\\d{4}s\\b|\\bcentury\\b");
    private static final Pattern QUANTITY = Pattern.compile("(?i)[$€£¥]\\s?\\d|\\b(?!(?:1[89]|20)\\d\\d\\b)(?!\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\\d[\\d.,]*\\b|\\b(two|three|four|five|six|seven|eight|nine"
            + "|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|quarter|per ?cent|once|twice)\\b");
    private static final Pattern CAUSE = Pattern.compile("(?i)\\b(because|due to|owing to|in order to|so that|as a result|result(ed|s)? (from|in)|in response to|aim(s|ed|ing)? (to|at)|fear(s|ed|ing)?|amid|driven|reasons?|prompt(s|ed)?"
            + "|given (that|the)|since|therefore|thus|hence|cause[ds]?|led to|precaution|hedge|for this|to (avoid|counter|deter|prevent|protect|ensure|contain))\\b");

    private final Pattern asked;
    private final double weight;
    private final int sentences;

    Wanted(String asked, double weight, int sentences) {
        this.asked = Pattern.compile(asked);
        this.weight = weight;
        this.sentences = sentences;
    }

    /** The first kind, in the order above, whose wording the question has. */
    static Wanted of(String question) {
        String plain = question.strip().toLowerCase(Locale.ROOT);
        for (Wanted wanted : values()) if (wanted.asked.matcher(plain).find()) return wanted;
        return ANY;
    }

    /** How much it says of a sentence that it holds what such an answer must hold. */
    double weight() {
        return weight;
    }

    /** How many sentences an answer of this kind needs at most. */
    int sentences() {
        return sentences;
    }

    /** Whether a sentence holds what an answer of this kind must hold; kinds that cannot be told by form ask for nothing. */
    boolean heldBy(String sentence) {
        return switch (this) {
            case DATE -> DAY.matcher(sentence).find();
            case NUMBER -> QUANTITY.matcher(sentence).find();
            case REASON -> CAUSE.matcher(sentence).find();
            case STATEMENT -> Voice.SPEECH.matcher(sentence).find() || sentence.indexOf('“') >= 0 || sentence.indexOf('"') >= 0;
            case PERSON, PLACE, ANY -> true;
        };
    }
}
