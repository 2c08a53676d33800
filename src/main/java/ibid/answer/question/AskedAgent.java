package ibid.answer.question;

import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import ibid.search.grammar.Country;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the person whom a question asks for is tied to it: does something ("who attacked"), has something done to them
 * ("who was arrested"), or holds an office ("who is the president").
 *
 * @param relation NONE where the wording does not tell
 * @param words    the forms of the verb, or the nouns of the office, in lower case
 * @param isSaying whether any verb of saying tells it: "who thinks so"
 * @param ranks    what is before the noun and makes another office of it: "deputy"
 * @param countries whose office it is, by adjective; empty where the question does not say
 */
public record AskedAgent(
        Relation relation, Set<String> words, boolean isSaying, Set<String> ranks, Set<String> countries) {

    /** How the name is tied to the question. */
    public enum Relation {
        AGENT,
        /** Does what only a person in office does: "who commands the fleet". */
        HOLDER,
        PATIENT,
        OFFICE,
        NONE
    }

    private static final AskedAgent NONE = new AskedAgent(Relation.NONE, Set.of());
    private static final Set<String> RANKS =
            Set.of("deputy", "vice", "assistant", "acting", "interim", "under", "shadow");
    private static final int MAX_WORDS_FROM_COUNTRY = 5; // "South Korea's then deputy prime minister"
    private static final int MAX_WORDS_TO_RANK = 3; // "deputy foreign minister"

    private static final List<List<String>> VERBS = WordList.lines(AskedAgent.class, "agent-verbs.txt").stream()
            .map(line -> List.of(line.split(" ")))
            .toList();
    private static final List<List<String>> OFFICES = WordList.lines(AskedAgent.class, "office-synonyms.txt").stream()
            .map(line -> List.of(line.split(" ")))
            .toList();
    private static final Set<String> BE = Set.of("is", "was", "are", "were", "be", "been", "being", "got", "gets");
    private static final Set<String> AUXILIARIES = Set.of("has", "have", "had", "will", "would", "can", "could", "s");
    private static final Set<String> OF_OFFICE = Set.copyOf(WordList.lines(AskedAgent.class, "verbs-of-office.txt"));
    private static final Set<String> DO = Set.of("did", "does", "do");
    private static final Set<String> SKIPPED =
            Set.of("the", "a", "an", "now", "currently", "first", "last", "also", "'");
    private static final Set<String> END_OF_OFFICE =
            Set.of("of", "in", "at", "for", "from", "when", "during", "as", "on", "to");
    private static final Set<String> OF_THINKING =
            Set.of("thought", "thinks", "believes", "talked", "spoke", "wants", "wanted");
    private static final Set<String> OF_GROUP =
            Set.of("member", "members", "participants", "parties", "signatories", "partners", "allies", "rivals");

    private AskedAgent(Relation relation, Set<String> words) {
        this(relation, words, false, Set.of(), Set.of());
    }

    private static AskedAgent ofVerb(Relation relation, String verb) {
        boolean isSaying = VerbsOfSaying.contains(verb) || OF_THINKING.contains(verb);
        return new AskedAgent(relation, forms(verb), isSaying, Set.of(), Set.of());
    }

    /** Whom the question asks for; {@link #NONE} where it does not begin with "who". */
    public static AskedAgent of(String question) {
        Lexemes words = new Lexemes(question);
        int who = 0;
        while (who < words.size() && !words.key(who).startsWith("who")) {
            who++;
        }
        if (who == words.size()) {
            return ofPhrase(words);
        }
        if (words.is(who, "whose")) {
            return NONE;
        }
        int verb = skip(words, who + 1, Set.of("else", "'", "’"));
        if (words.isPossessive(verb)) { // "who's"
            return afterBe(words, skip(words, verb + 1, BE));
        }
        if (DO.contains(words.key(verb))) {
            return NONE;
        }
        verb = skip(words, verb, AUXILIARIES);
        return BE.contains(words.key(verb)) ? afterBe(words, skip(words, verb, BE)) : agent(words.key(verb));
    }

    /** "Which minister signed it", "the name of the admiral" */
    private static AskedAgent ofPhrase(Lexemes words) {
        int noun = PersonPhrase.nounOfName(words);
        if (noun >= 0) {
            return ofOffice(words, noun);
        }
        int verb = PersonPhrase.endOfWhich(words);
        boolean isAgent = verb > 0 && !DO.contains(words.key(verb)) && !BE.contains(words.key(verb));
        return isAgent ? agent(words.key(skip(words, verb, AUXILIARIES))) : NONE;
    }

    private static AskedAgent agent(String verb) {
        if (verb.isEmpty()) {
            return NONE;
        }
        if (END_OF_OFFICE.contains(verb)) {
            return new AskedAgent(Relation.AGENT, Set.of()); // "who at the bank warns": a person, of an unknown verb
        }
        boolean isHolder = OF_OFFICE.contains(Inflections.stem(verb)) || OF_OFFICE.contains(verb);
        return ofVerb(isHolder ? Relation.HOLDER : Relation.AGENT, verb);
    }

    private static int skip(Lexemes words, int from, Set<String> skipped) {
        int at = from;
        while (skipped.contains(words.key(at))) {
            at++;
        }
        return at;
    }

    private static AskedAgent afterBe(Lexemes words, int from) {
        String first = words.key(from);
        if (words.phrase(from, 2).equals("in charge")) {
            return agent("leads");
        }
        if (first.endsWith("ing")) {
            return agent(first);
        }
        boolean isParticiple = first.endsWith("ed")
                || Set.of("shot", "hurt", "chosen", "slain", "held").contains(first);
        if (isParticiple) {
            return ofVerb(Relation.PATIENT, first);
        }
        return office(words, from);
    }

    /** The last noun before a preposition, with the one that makes an office of it: "prime minister". */
    private static AskedAgent office(Lexemes words, int from) {
        int end = skip(words, from, SKIPPED);
        while (end < words.size()
                && !END_OF_OFFICE.contains(words.key(end))
                && !words.is(end, "?")
                && !words.is(end, ",")) {
            end++;
        }
        String noun = words.key(end - 1);
        if (end <= from || noun.isEmpty() || OF_GROUP.contains(noun)) {
            return NONE; // countries are members too, but hold no office
        }
        return ofOffice(words, end - 1);
    }

    private static AskedAgent ofOffice(Lexemes words, int noun) {
        return new AskedAgent(
                Relation.OFFICE, nouns(words.key(noun)), false, ranks(words, noun), countries(words, noun));
    }

    /** Of "the Japanese prime minister" and "the president of South Korea". */
    private static Set<String> countries(Lexemes words, int noun) {
        Set<String> countries = new HashSet<>();
        for (int at = noun - MAX_WORDS_FROM_COUNTRY; at < noun; at++) {
            countryAt(words, at).ifPresent(countries::add);
        }
        if (words.is(noun + 1, "of")) {
            countryAt(words, words.is(noun + 2, "the") ? noun + 3 : noun + 2).ifPresent(countries::add);
        }
        return countries;
    }

    private static Optional<String> countryAt(Lexemes words, int at) {
        return Country.named(words.phrase(at, 2))
                .or(() -> Country.named(words.key(at)))
                .or(() -> Country.ofAdjective(words.phrase(at, 2)))
                .or(() -> Country.ofAdjective(words.key(at)))
                .map(country -> country.adjectives().getFirst()); // one for "US", "America" and "United States"
    }

    /** Of the office whose noun is there. */
    private static Set<String> ranks(Lexemes words, int noun) {
        Set<String> ranks = new HashSet<>();
        for (int at = noun - 1; at >= noun - MAX_WORDS_TO_RANK && words.isWord(at); at--) {
            if (words.isOneOf(at, RANKS)) {
                ranks.add(words.key(at));
            }
        }
        return ranks;
    }

    private static Set<String> nouns(String noun) {
        Set<String> nouns = new HashSet<>(List.of(noun, Inflections.stem(noun)));
        for (List<String> group : OFFICES) {
            if (group.contains(noun)) {
                nouns.addAll(group);
            }
        }
        return nouns;
    }

    private static Set<String> forms(String verb) {
        Set<String> forms = new HashSet<>(List.of(verb, Inflections.stem(verb)));
        for (List<String> group : VERBS) {
            boolean isOfVerb = group.contains(verb) && (group.getFirst().equals(verb) || isFormOf(verb, group));
            if (isOfVerb) {
                forms.addAll(group);
            }
        }
        return forms;
    }

    /** The group of "won" is that of "win", not another that also has it. */
    private static boolean isFormOf(String verb, List<String> group) {
        return group.indexOf(verb) <= 3 || Inflections.stem(group.getFirst()).equals(Inflections.stem(verb));
    }

    /**
     * Whether the word in lower case tells it: a form of the verb, any verb of saying for one of saying, or the noun of
     * the office.
     */
    public boolean isTold(String word) {
        boolean isSaid = isSaying && (VerbsOfSaying.contains(word) || VerbsOfSaying.contains(Inflections.stem(word)));
        return isSaid || isDone(word);
    }

    /** As {@link #isTold}, of verbs of saying only the asked one: who "proposed" it did not "call" it so. */
    public boolean isDone(String word) {
        return words.contains(word) || words.contains(Inflections.stem(word));
    }

    /** Whether the noun of the office is there, with the same rank and of no other country. */
    public boolean isOfficeAt(Lexemes text, int at) {
        if (!isTold(text.key(at)) || !ranks.equals(ranks(text, at))) {
            return false;
        }
        Set<String> told = countries(text, at);
        return countries.isEmpty() || told.isEmpty() || told.stream().anyMatch(countries::contains);
    }
}
