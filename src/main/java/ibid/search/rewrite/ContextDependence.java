package ibid.search.rewrite;

import ibid.language.Names;
import ibid.language.VerbsOfSaying;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a question can be understood without the ones before it: by its pronouns, its articles and what it leaves
 * unsaid.
 */
final class ContextDependence {

    private static final Pattern NEW_SUBJECT = Pattern.compile(
            "(?i)\\b(?:different|new|another|unrelated|separate) (?:thing|topic|question|subject|matter)\\b|\\bby the way\\b|\\bchang(?:e|ing) (?:of )?(?:the )?(?:subject|topic)\\b");
    private static final Pattern EXPLETIVE = Pattern.compile(
            "(?i)\\b(?:is|are|was|were|will|would|can|could) there\\b|\\bthere (?:is|are|was|were|will|would)\\b"
                    + "|\\b(?:is|was|would|will) it (?:be )?(?:\\w+ )?(?:true|possible|safe|legal|good|bad|better|worth|necessary|important|likely)\\b|\\bit(?: is|’s|'s| was) (?:true|said|possible|clear|likely)\\b|\\b(?:do|does|did|would) it (?:take|mean|make sense|follow|matter)\\b"
                    + "|\\b(?:" + VerbsOfSaying.alternatives()
                    + "|think|thinks|mean|so|such|idea|fact|know|now|given|provided) that\\b|\\b\\p{L}+s? that (?:is|are|was|were|can|could|will|would|has|have|had|the|a|an|\\p{L}+s|\\p{L}+ed)\\b");
    private static final Pattern PRONOUN =
            Pattern.compile("(?i)\\b(?:it|its|they|them|their|theirs|this|that|these|those|there|one|ones)\\b");
    private static final Pattern MORE = Pattern.compile(
            "(?i)\\b(?:others?|another|else|instead|same|similar|more about|the (?:rest|former|latter))\\b");
    private static final Pattern ASKS_MEANING = Pattern.compile(
            "(?i)^(?:(?:and|but|so|ok|okay)\\b[\\s,]*)?(?:what|who)(?: is|’s|'s| are| was| were|'re)\\s+(?!the\\b|some\\b|popular\\b|common\\b|important\\b|recent\\b|other\\b)[^,]{1,60}$|^(?:define|explain)\\b.*");
    private static final Pattern STANCE = Pattern.compile(
            "(?i)\\b(?:roles?|respon(?:se|d|ds|ded)|react(?:ion|s|ed)?|repl(?:y|ies|ied)|position|stance|views?|opinion|part|involve(?:ment|d)|rules?|approach(?:es)?|agree[ds]?|disagree[ds]?|object(?:s|ed)?|think|comment(?:s|ed)?|"
                    + VerbsOfSaying.alternatives()
                    + "|vote[ds]?|decide[ds]?|differ|compare|benefits?|help(?:s|ed)?|criticisms?|change[ds]?|happen(?:s|ed)?)\\b[\\s?.!]*(?:(?:of|by|from|in)\\s+[\\p{L}-]+(?:\\s+\\p{Lu}[\\p{L}-]*)*)?[\\s?.!]*$");
    private static final Pattern FILLER = Pattern.compile(
            "(?i)^(?:(?:that(?: is|’s|'s| sounds| seems)|this is|great|thanks?|thank you|very|interesting|i see|ok|okay|oh|wow|good|nice|sorry|no|yes|hi|hello|right|fine)\\b[^.!?]{0,40}[.!]\\s+)+(?=\\S)");
    private static final Pattern WITHIN = Pattern.compile(
            "(?i)\\b(?:its|their)\\b|\\b(?:it|they) (?=(?:will|would|is|are|was|were|has|have|had|can|could|should)\\b)"); // "Why did Japan change its law?"
    private static final int ENOUGH_WORDS = 5;

    private ContextDependence() {}

    static boolean changesSubject(String question) {
        return NEW_SUBJECT.matcher(question).find();
    }

    /**
     * Whether it holds a pronoun that stands for something said before, and not for nothing ("is there", "said that").
     */
    static boolean byPronoun(String question) {
        return PRONOUN.matcher(masked(question)).find();
    }

    /** Finds the pronoun that a noun may take the place of. */
    static Matcher pronoun(String question) {
        return Pattern.compile("(?i)\\b(?:it|its|they|them|their|theirs|that|this)\\b")
                .matcher(masked(question));
    }

    /**
     * As long as the question, with what only looks like pointing back blotted out: small talk, expletives, and
     * pronouns for a name in the same question.
     */
    private static String masked(String question) {
        String said = EXPLETIVE
                .matcher(FILLER.matcher(question).replaceAll(ContextDependence::blot))
                .replaceAll(ContextDependence::blot);
        List<Names.Name> names = Names.in(question);
        if (names.isEmpty()) return said;
        String after = said.substring(names.getFirst().end());
        return said.substring(0, names.getFirst().end()) + WITHIN.matcher(after).replaceAll(ContextDependence::blot);
    }

    private static String blot(MatchResult found) {
        return "#".repeat(found.group().length());
    }

    /** Whether it leaves unsaid what it is about: "What are the symptoms?", "How did Beijing respond?". */
    static boolean leavesUnsaid(String question) {
        if (MORE.matcher(question).find()) return true;
        List<Names.Name> names = Names.in(question);
        List<NounPhrases.Phrase> phrases = NounPhrases.in(question);
        if (!names.isEmpty())
            return STANCE.matcher(question).find()
                    || names.size() == 1 && definite(question) && atPlace(question, names.getFirst());
        if (phrases.isEmpty()) return true;
        if (ASKS_MEANING.matcher(question).matches() && phrases.size() == 1) return false;
        return phrases.stream().mapToInt(phrase -> phrase.words().size()).sum() < ENOUGH_WORDS;
    }

    private static boolean definite(String question) {
        return question.matches("(?is).*\\b(the|other|more)\\s+.*");
    }

    private static boolean atPlace(String question, Names.Name name) {
        return question.substring(0, name.start()).matches("(?is).*\\b(in|at|around|near)\\s+(the\\s+)?$");
    }
}
