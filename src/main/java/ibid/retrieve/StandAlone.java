package ibid.retrieve;

import ibid.corpus.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a follow-up into words that can be searched without the conversation: "and India?" takes the place of the name asked about before,
 * a pronoun that of the person or thing it must mean, and a bare "why?" goes before what was asked. Rules, no model; a question that
 * needs nothing is left as it is.
 */
public final class StandAlone {

    private static final Pattern ELLIPSIS = Pattern.compile("(?i)^(?:(?:and|but|or|so|ok|okay|then|also)\\b[\\s,]*)?(?:(?:what|how) about\\s+|and\\s+(?:what about\\s+)?)(?:(?<preposition>in|on|about|for|with|by|from|at|of|to)\\s+)?(?<thing>[^?]{2,60}?)\\s*\\??$");
    private static final Pattern VERB = Pattern.compile("(?i)^(who|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b");
    private static final Pattern BARE = Pattern.compile("(?i)^(?:and\\s+|but\\s+|so\\s+)?(?<word>why|when|where|who|how|how many|how much|how so|since when|which ones?|says who|who said (?:that|so|it))(?: not| exactly| was (?:that|it|this)| is (?:that|it|this)| did (?:that|it|this) happen)?\\s*\\??$");
    private static final Pattern PERSON = Pattern.compile("(?i)\\b(he|she|him|his|her|hers)\\b");
    private static final Pattern THING = Pattern.compile("(?i)\\b(it|its|they|them|their|this|that|these|those|there)\\b(?!\\s+(is|are|was|were)\\s+(a|an|any|no)\\b)");
    private static final Pattern NOT_POINTING = Pattern.compile("(?i)\\b(is|are|was|were) there\\b|\\b(say|said|says|claim|claims|argue|argued|think|thinks|warn|warned|mean|so|such|idea|fact|view|believe|believes) that\\b");
    private static final Pattern LEAD_IN = Pattern.compile("(?i)^(?:and\\s+|but\\s+)?(?:who|whom|whose|what|when|where|why|how(?: many| much| long| large| far| often)?|which)?\\s*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)?\\s+");

    private StandAlone() {}

    /** @param earlier oldest first */
    public static String form(String question, List<Earlier> earlier) {
        if (earlier.isEmpty()) return question;
        Earlier last = earlier.getLast();
        Matcher bare = BARE.matcher(question.strip());
        if (bare.matches()) return afresh(bare.group("word"), last.query());
        Matcher ellipsis = ELLIPSIS.matcher(question.strip());
        if (ellipsis.matches() && !VERB.matcher(ellipsis.group("thing")).find()) {
            return inPlace(last.query(), ellipsis.group("thing"), ellipsis.group("preposition"));
        }
        return withPronounsMeant(question, last);
    }

    /** The earlier question asked with another word: "Did India agree?", "why?" makes "Why did India agree?". */
    private static String afresh(String word, String before) {
        String opening = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        boolean yesNo = before.matches("(?i)^(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b.*");
        if (yesNo) return opening + " " + before.substring(0, 1).toLowerCase(Locale.ROOT) + before.substring(1);
        return opening + ": " + subject(before) + "?";
    }

    /** The earlier question with the thing now named in the place of what it asked about. */
    private static String inPlace(String before, String thing, String preposition) {
        List<Names.Name> names = Names.in(before);
        Optional<Names.Name> replaced = names.stream()
                .filter(name -> preposition == null || before.substring(0, name.start()).matches("(?is).*\\b" + preposition + "\\s+(the\\s+|an?\\s+)?$")).findFirst()
                .or(() -> names.stream().findFirst());
        if (replaced.isEmpty()) return before.replaceAll("\\s*\\?$", "") + ": " + thing + "?";
        String rest = before.substring(replaced.get().end());
        String article = thing.matches("(?i)(the|an?)\\s.*") ? "(?i)\\b(the|an?)\\s+$" : "$^";
        return before.substring(0, replaced.get().start()).replaceAll(article, "") + thing + rest;
    }

    private static String withPronounsMeant(String question, Earlier last) {
        String pointing = NOT_POINTING.matcher(question).replaceAll("");
        Matcher person = PERSON.matcher(question);
        if (person.find()) {
            Optional<String> who = person(last);
            if (who.isPresent()) return replace(question, person, who.get());
        }
        if (!THING.matcher(pointing).find()) return question;
        Matcher thing = THING.matcher(question);
        List<String> things = Names.in(last.query()).stream().map(Names.Name::text).distinct().toList();
        boolean ownName = !Names.in(question).isEmpty();
        if (thing.find() && things.size() == 1 && !thing.group().matches("(?i)this|that|these|those|there")) return replace(question, thing, things.getFirst());
        if (ownName && things.stream().allMatch(question::contains)) return question;
        return question.replaceAll("\\s*\\?$", "") + " (" + subject(last.query()) + ")?";
    }

    /** The person asked about before, else the first one the answer named. */
    private static Optional<String> person(Earlier last) {
        return Names.in(last.query()).stream().filter(name -> name.words() > 1 || Names.in(last.answer()).stream().anyMatch(full -> full.text().endsWith(" " + name.text())))
                .map(Names.Name::text).findFirst()
                .or(() -> Names.in(last.query()).stream().map(Names.Name::text).filter(name -> !name.equals(name.toUpperCase(Locale.ROOT))).findFirst())
                .or(() -> Names.in(last.answer()).stream().filter(name -> name.words() > 1).map(Names.Name::text).findFirst());
    }

    private static String replace(String question, Matcher pronoun, String name) {
        boolean possessive = pronoun.group().matches("(?i)his|hers|its|their|her") && question.substring(pronoun.end()).matches("(?s)\\s+\\p{Ll}.*");
        return question.substring(0, pronoun.start()) + name + (possessive ? "’s" : "") + question.substring(pronoun.end());
    }

    /** What a question is about: itself without its question word and auxiliary. */
    private static String subject(String question) {
        String subject = LEAD_IN.matcher(question).replaceFirst("").replaceAll("\\s*[?.]+$", "");
        return subject.isBlank() ? question : subject;
    }
}
