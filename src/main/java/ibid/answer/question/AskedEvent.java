package ibid.answer.question;

import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.VerbForms;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.QuestionClause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a question says happened, beside the names in it: "When did Malta join the league" asks about joining.
 *
 * @param stems   of the words for it, with those of words that mean the same; empty where it says nothing
 * @param isKnown whether it is an event of the list, of which all words are known
 */
public record AskedEvent(Set<String> stems, boolean isKnown) {

    private static final Set<String> GENERIC = WordList.read(AskedEvent.class, "question-words.txt");
    private static final List<List<String>> SYNONYMS = WordList.lines(AskedEvent.class, "event-synonyms.txt").stream()
            .map(line -> List.of(line.split(" ")))
            .toList();
    /** Verbs that say little without their object: "take office", "become a member". */
    private static final Set<String> LIGHT =
            Set.of("take", "have", "make", "give", "get", "do", "become", "bring", "put", "go", "come");

    private static final Set<String> ARTICLES = Set.of("the", "and", "not", "all");
    private static final String PARTICLE = "_"; // "come_out"
    private static final Set<String> HAPPENING = Set.of("happen", "occur", "hold");

    private static final int MIN_WORD_CHARS = 3;
    private static final int STEM_CHARS = 5; // "resign" and "resignation", "announced" and "announcement" begin alike

    public static AskedEvent of(String question) {
        Set<String> events = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (String word : wordsBesideNames(question)) {
            Set<String> synonyms = synonyms(word);
            events.addAll(synonyms);
            others.add(stem(word));
        }
        return new AskedEvent(events.isEmpty() ? others : events, !events.isEmpty());
    }

    /** The same by the main verb alone, if it says enough: "When was the law passed that bans it" asks of passing. */
    public static AskedEvent ofVerb(String question) {
        Optional<QuestionClause> clause = QuestionClause.of(question).filter(one -> !one.isSubjectAsked());
        String verb = clause.map(one -> EdgeWords.lastWord(one.verb())).orElse("");
        if (verb.isEmpty()) {
            return of(question);
        }
        String base = VerbForms.baseOf(verb);
        String rest = clause.get().rest();
        if (HAPPENING.contains(base) || rest.equals("place")) {
            return of(clause.get().subject()); // "the meeting"; of the "Battle of Hastings" every word is its name's
        }
        Set<String> stems = synonyms(base + PARTICLE + EdgeWords.firstWord(rest));
        boolean isSaid = VerbsOfSaying.contains(base)
                && !QuestionClause.BE.contains(clause.get().auxiliary());
        if (stems.isEmpty() && isSaid) {
            VerbsOfSaying.verbs().forEach(forms -> forms.forEach(form -> stems.add(stem(form))));
            stems.addAll(of(rest).stems()); // "say that it was leaving"
        }
        if (stems.isEmpty() && LIGHT.contains(base)) {
            stems.addAll(of(rest).stems());
        }
        return new AskedEvent(stems.isEmpty() ? ofForms(verb) : stems, true);
    }

    private static Set<String> ofForms(String verb) {
        Set<String> stems = new HashSet<>();
        VerbForms.of(verb).map(VerbForms::all).orElse(Set.of(verb)).forEach(form -> {
            stems.add(stem(form));
            stems.addAll(synonyms(form));
        });
        return stems;
    }

    private static List<String> wordsBesideNames(String question) {
        Lexemes words = new Lexemes(question);
        List<String> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            boolean isWord = words.isWord(at) && words.key(at).length() >= MIN_WORD_CHARS;
            boolean tells = !GENERIC.contains(words.key(at))
                    && !QuestionClause.PREPOSITIONS.contains(words.key(at))
                    && !ARTICLES.contains(words.key(at));
            if (isWord && tells && !isOfName(question, words.start(at))) {
                found.add(words.key(at));
            }
        }
        return found;
    }

    private static boolean isOfName(String question, int start) {
        return Names.in(question).stream().anyMatch(name -> name.start() <= start && start < name.end());
    }

    /** The stems of a word for a known event and of those that mean the same; empty for another word. */
    private static Set<String> synonyms(String word) {
        Set<String> stems = new HashSet<>();
        for (List<String> group : SYNONYMS) {
            boolean isOfPhrase =
                    group.getFirst().contains(PARTICLE); // what "come out" means is not what "released" does
            if (isOfPhrase ? group.getFirst().equals(word) : group.contains(word)) {
                group.forEach(other -> stems.add(stem(other)));
            }
        }
        return stems;
    }

    private static String stem(String word) {
        String stem = Inflections.stem(word);
        return stem.length() > STEM_CHARS ? stem.substring(0, STEM_CHARS) : stem;
    }

    public boolean isEmpty() {
        return stems.isEmpty();
    }

    /** Whether that word tells of it. */
    public boolean isTold(Lexemes words, int at) {
        return stems.contains(stem(words.key(at)));
    }

    /** Whether the text tells of it, or the question says nothing that could be told. */
    public boolean isTold(String text) {
        if (stems.isEmpty()) {
            return true;
        }
        Lexemes words = new Lexemes(text);
        for (int at = 0; at < words.size(); at++) {
            if (isTold(words, at)) {
                return true;
            }
        }
        return false;
    }
}
