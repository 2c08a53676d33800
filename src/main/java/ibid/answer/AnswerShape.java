package ibid.answer;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form an answer takes, by how the question is worded. In every form but prose each sentence is a row of its own. */
public enum AnswerShape {

    /** Rows in the order of the days they tell of, each with its day. */
    TIMELINE(
            "\\b(timeline|key dates|chronolog\\w*|in what order|sequence of events|step by step|what happened (between|from|since|after|before|during|in)\\b.*|course of events|how did .* (unfold|develop|evolve|come about))",
            8,
            24),
    /** Rows side by side, each with the side it speaks of. */
    COMPARISON("\\b(differ|differs|differences?|differed|compare[ds]?|comparison|contrast|versus|vs)\\b", 6, 20),
    /** What several articles say, each row with its publisher. */
    OVERVIEW(
            "\\b(what (do|does|did|can|is|are) (the|these|those|your|all)?\\s*(articles?|sources?|press|collection|papers?) (say|said|tell|report|write|know)|tell me (\\w+ )?about|overview|summar\\w+|what('s| is| was) (known|reported|being said|said|written)|what('s| is) the debate|give me the (background|gist)|brief me)",
            6,
            20),
    /** Rows that each add something. */
    LIST(
            "^(list|name|enumerate)\\b|\\b(which|what) (countries|states|members|partners|allies|nations|companies|people|politicians|treaties|pacts|alliances|ships|articles|arguments|reasons|objections|steps|measures|critics|governments|leaders|groups|figures|dates|bases|weapons|exercises)\\b|\\bwhat are (the|some|all)\\b",
            6,
            16),
    PROSE("", 4, 12);

    private final Pattern asked;
    private final int sentences;
    private final int depth;

    AnswerShape(String asked, int sentences, int depth) {
        this.asked = Pattern.compile(asked);
        this.sentences = sentences;
        this.depth = depth;
    }

    /** The first, in the order above, whose wording the question has. */
    public static AnswerShape of(String question) {
        String plain = question.strip().toLowerCase(Locale.ROOT);
        for (AnswerShape shape : values()) if (shape.asked.matcher(plain).find()) return shape;
        return PROSE;
    }

    /** How many sentences it has at most. */
    public int sentences() {
        return sentences;
    }

    /** How many passages it is made from. */
    public int depth() {
        return depth;
    }

    /** Whether it gathers what is said about something, rather than answering one point. */
    public boolean gathers() {
        return this == TIMELINE || this == COMPARISON || this == OVERVIEW;
    }
}
