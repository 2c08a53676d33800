package ibid.answer.extract;

import ibid.article.Article;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.Span;
import ibid.language.VerbForms;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the name to which a pronoun refers, where the sentences before it in its paragraph leave no doubt: the only
 * person named, or the named subject of a sentence that has no object. Not shared between threads.
 */
final class Antecedent {

    static final Set<String> SUBJECTS = Set.of("he", "she");
    private static final Map<String, Set<String>> SAME = Map.of(
            "he", Set.of("he", "his", "him"),
            "his", Set.of("he", "his", "him"),
            "she", Set.of("she", "her"),
            "her", Set.of("she", "her"));
    private static final Set<String> OF_THINGS = Set.of("it", "its");
    private static final int MAX_SENTENCES_BACK = 4;

    private static final Set<String> PASSIVE = Set.of("is", "was");
    private static final Set<String> PREPOSITIONS = Set.of("in", "on", "at", "from", "to", "for", "with", "between");
    /** Before them the subject's head has ended: "a spokesman for the fleet was". */
    private static final Set<String> SUBJECT_BREAKS =
            Set.of("in", "on", "at", "from", "to", "for", "with", "between", "and", "or", "that", "who", "which");

    private static final int MAX_SUBJECT_WORDS = 9;

    private final Article article;
    private final List<Span> sentences;
    private final String whole;

    Antecedent(Article article, List<Span> sentences) {
        this.article = article;
        this.sentences = sentences;
        this.whole = article.text().value();
    }

    /** @param at index of the pronoun's sentence */
    Optional<String> of(String pronoun, int at) {
        String key = new Lexemes(pronoun).key(0);
        if (OF_THINGS.contains(key)) {
            return at > 0 && isOfSameParagraph(at - 1, at) ? subject(sentence(at - 1)) : Optional.empty();
        }
        Set<String> same = SAME.get(key);
        return same == null ? Optional.empty() : findPerson(same, at);
    }

    /** Goes back over sentences that only tell more of the same person. */
    private Optional<String> findPerson(Set<String> pronouns, int at) {
        for (int back = at - 1; back >= Math.max(0, at - MAX_SENTENCES_BACK); back--) {
            if (back < at - 1 && !isOfSameParagraph(back, at)) {
                return Optional.empty();
            }
            String before = sentence(back);
            int pronoun = find(pronouns, before);
            List<Names.Name> people = peopleIn(before);
            if (!people.isEmpty()) {
                boolean isOther = pronoun >= 0 && pronoun < people.getFirst().start(); // "She met Berg."
                return people.size() == 1 && !isOther
                        ? people.stream().map(Names.Name::text).findFirst()
                        : Optional.empty();
            }
            if (pronoun < 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Char offset of the first of the words; -1 if the sentence has none. */
    private static int find(Set<String> words, String sentence) {
        Lexemes lexemes = new Lexemes(sentence);
        for (int at = 0; at < lexemes.size(); at++) {
            if (lexemes.isOneOf(at, words)) {
                return lexemes.start(at);
            }
        }
        return -1;
    }

    /** Each once, by surname. A surname alone counts where the article has the whole name within a sentence. */
    private List<Names.Name> peopleIn(String sentence) {
        Set<String> known = Names.known(whole); // not what only opens sentences: "Outside Japan" is nobody
        Set<String> names = new HashSet<>(known);
        known.forEach(name -> names.add(surname(name)));
        Map<String, Names.Name> people = new LinkedHashMap<>();
        for (Names.Name name : Names.in(sentence, names)) {
            if (Names.isPerson(name.text(), whole) || isSurname(name.text(), known)) {
                people.putIfAbsent(surname(name.text()), name);
            }
        }
        return List.copyOf(people.values());
    }

    private boolean isSurname(String word, Set<String> known) {
        return known.stream().anyMatch(name -> name.endsWith(" " + word) && Names.isPerson(name, whole));
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** The named subject, if no object behind the verb may be meant instead. */
    private Optional<String> subject(String sentence) {
        Lexemes words = new Lexemes(sentence);
        int verb = finiteVerb(words);
        if (verb < 1 || !isWithoutObject(words, verb)) {
            return Optional.empty();
        }
        int last = words.is(verb - 1, ",") ? verb - 2 : verb - 1;
        String subject = sentence.substring(0, words.end(last));
        List<Names.Name> names = Names.in(subject, Names.known(whole));
        boolean isName = names.size() == 1
                && names.getFirst().end() == subject.length()
                && !Names.isPerson(names.getFirst().text(), whole);
        return isName ? names.stream().map(Names.Name::text).findFirst() : Optional.empty();
    }

    /** Where the subject's verb is; -1 where the subject is no plain name. */
    private static int finiteVerb(Lexemes words) {
        for (int at = 1; at < Math.min(words.size(), MAX_SUBJECT_WORDS); at++) {
            String key = words.key(at);
            boolean isVerb = PASSIVE.contains(key)
                    || VerbForms.of(key)
                            .filter(verb -> verb.past().equals(key)
                                    || verb.thirdPerson().equals(key))
                            .isPresent();
            if (isVerb && !words.isCapitalised(at)) {
                return at;
            }
            boolean isOfCommonNoun = words.is(at, "of") && !words.isCapitalised(at - 1);
            if (isOfCommonNoun || words.isOneOf(at, SUBJECT_BREAKS) || words.isPossessive(at)) {
                return -1;
            }
        }
        return -1;
    }

    /** "was formed on 15 March", "stands at the mouth"; not "bought the system". */
    private static boolean isWithoutObject(Lexemes words, int verb) {
        if (words.isOneOf(verb, PASSIVE)) {
            return words.isOneOf(verb + 2, PREPOSITIONS);
        }
        return words.isOneOf(verb + 1, PREPOSITIONS) || words.phrase(verb, 2).equals("took place");
    }

    private boolean isOfSameParagraph(int earlier, int later) {
        int end = sentences.get(earlier).end();
        int start = sentences.get(later).start();
        return !article.text().slice(new Span(end, start)).contains("\n\n");
    }

    private String sentence(int at) {
        return article.text().slice(sentences.get(at));
    }
}
