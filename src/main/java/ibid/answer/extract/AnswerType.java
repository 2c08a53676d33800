package ibid.answer.extract;

import ibid.language.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The kind of thing a question asks for, by how it is worded. */
enum AnswerType {
    DATE(
            "^(and )?(when|since when|until when|(in |on |by )?(what|which) (year|date|day|month))\\b|\\bwhen (did|was|were|is|does|do|will|has|had)\\b",
            SentenceFeature.DATE),
    NUMBER(
            "\\bhow (many|much|large|big|long|far|old|often|deep|high|tall|fast|heavy)\\b|\\b(what|which) (percentage|percent|share|number|figure|size|proportion|amount|price|cost)\\b",
            SentenceFeature.NUMBER),
    REASON(
            "\\bwhy\\b|\\bfor what reason|\\bwhat (reason|caused|explains|made)\\b|\\bhow come\\b|\\breasons?\\b",
            SentenceFeature.REASON),
    STATEMENT(
            "\\b(says?|said|tell|told|argue[ds]?|warn(ed|s)?|claim(ed|s)?|call(ed|s)?|describe[ds]?|react(ed|s|ion)?|respond(ed|s)?|response|think|view(ed|s)?|opinion|reading|according to"
                    + "|position|stance|comment(ed|s)?|reply|repl(ies|ied)|answer(ed)?|make of|verdict|objections?|propose[ds]?|criticis?z?e[ds]?|reject(ed|s)?)\\b",
            SentenceFeature.STATEMENT),
    PERSON(
            "^(and |so )?(who|whose|whom)\\b|\\bwho (is|was|did|were|has|gave|put)\\b|\\b(which|what) (person|minister|leader|president|politician|general|official|admiral|singer|actor|actress|player|author|ceo|senator|star)\\b",
            SentenceFeature.PERSON),
    PLACE(
            "\\bwhere\\b|\\b(what|which) (country|countries|city|cities|place|state|states|port|base|town|capital|nation|nations|region|island)\\b",
            SentenceFeature.PLACE),
    ANY("", null);

    private static final Pattern DAY = Pattern.compile(
            "(?i)\\b(?:(?:[0-3]?\\d(?:st|nd|rd|th)? )?(?:of )?(?:january|february|march|april|may(?= \\d)|june|july|august|september|october|november|december)(?: [0-3]?\\d(?:st|nd|rd|th)?)?(?:,? (?:1\\d|20)\\d\\d)?"
                    + "|(?:1\\d|20)\\d\\ds?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|(?:last|next|this) (?:week|month|year|spring|summer|autumn|fall|winter)|\\w+ century)\\b");
    private static final Pattern QUANTITY = Pattern.compile(
            "(?i)(?:[$€£¥]\\s?)?\\b(?!(?:1[5-9]|20)\\d\\d\\b(?!,\\d))(?!\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\\d(?:[\\d.,]*\\d)?(?:\\s?(?:%|per ?cent|percent|hundred|thousand|million|billion|trillion)\\b)?"
                    + "|\\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\w+)?(?: (?:hundred|thousand|million|billion|per ?cent))?"
                    + "|hundreds?|thousands?|millions?|billions?|dozens?|half|a quarter|a third|once|twice)\\b");
    private static final Pattern CAUSE = Pattern.compile(
            "(?i)\\b(because|due to|owing to|in order to|so that|as a result|result(ed|s)? (from|in)|in response to|aim(s|ed|ing)? (to|at)|fear(s|ed|ing)?|amid|driven|reasons?|prompt(s|ed)?"
                    + "|given (that|the)|since|therefore|thus|hence|cause[ds]?|led to|precaution|hedge|for this|to (avoid|counter|deter|prevent|protect|ensure|contain))\\b");
    private static final Pattern BEFORE_PLACE =
            Pattern.compile("(?is).*\\b(in|at|to|from|near|of|for|into|across|outside|inside|off|the|and|,)\\s+$");
    private static final Pattern SAID = Pattern.compile("[“\"][^”\"]{8,}[”\"]?|" + Attribution.SPEECH.pattern());

    private final Pattern asked;
    private final SentenceFeature feature;

    AnswerType(String asked, SentenceFeature feature) {
        this.asked = Pattern.compile(asked);
        this.feature = feature;
    }

    /** Words of a sentence that are of the kind asked for; char offsets. */
    record Match(String text, int start) {

        int end() {
            return start + text.length();
        }
    }

    /** The first kind, in the order above, whose wording the question has. */
    static AnswerType of(String question) {
        String plain = question.strip().toLowerCase(Locale.ROOT);
        for (AnswerType wanted : values()) if (wanted.asked.matcher(plain).find()) return wanted;
        return ANY;
    }

    /** The feature that says whether a sentence holds the kind; none where form does not tell. */
    Optional<SentenceFeature> feature() {
        return Optional.ofNullable(feature);
    }

    /** How many sentences answer it at most, where the answer has no form of its own. */
    int sentences() {
        return isFact() ? 3 : 5;
    }

    /** Whether the answer is a few words of the sentence, which can be marked. */
    boolean isFact() {
        return this == DATE || this == NUMBER || this == PERSON || this == PLACE;
    }

    /** What the sentence holds of the kind, in order; known gives words that its article uses as names, and is asked only where names are sought. Names stand for people and for places alike where form does not tell them apart. */
    List<Match> in(String sentence, Supplier<Set<String>> known) {
        return switch (this) {
            case DATE -> all(DAY, sentence);
            case NUMBER -> all(QUANTITY, sentence);
            case REASON -> all(CAUSE, sentence);
            case STATEMENT -> all(SAID, sentence);
            case PERSON ->
                names(sentence, known).stream()
                        .filter(name -> !Names.isBody(name.text()))
                        .toList();
            case PLACE ->
                names(sentence, known).stream()
                        .filter(name -> BEFORE_PLACE
                                .matcher(sentence.substring(0, name.start()))
                                .matches())
                        .toList();
            case ANY -> names(sentence, known);
        };
    }

    private static List<Match> names(String sentence, Supplier<Set<String>> known) {
        return Names.in(sentence, known.get()).stream()
                .map(name -> new Match(name.text(), name.start()))
                .toList();
    }

    private static List<Match> all(Pattern pattern, String sentence) {
        return pattern.matcher(sentence)
                .results()
                .map(found -> new Match(found.group(), found.start()))
                .toList();
    }
}
