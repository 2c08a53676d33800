package ibid.suggest;

import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.NumberWords;
import ibid.language.WordList;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.IndexTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a question of a sentence that begins with a name and its verb: what the name is, how many of something it has,
 * when it did something.
 */
final class SubjectQuestion {

    private static final int MAX_OBJECT_WORDS = 8; // a longer one makes a question that nobody would ask
    private static final Map<String, String> IRREGULAR = irregularVerbs();
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<String> ROUGHLY =
            Set.of("about", "some", "around", "over", "nearly", "only", "at", "least");
    private static final Set<String> BEFORE_DATES = Set.of("on", "in");
    private static final Set<String> NOT_IN_OBJECT = Set.of("that", "which", "who", "when", "because", "and", "but");

    private final String sentence;
    private final String article;
    private final Names.Name subject;
    private final Lexemes words;
    private final int verb; // its lexeme

    private SubjectQuestion(String sentence, String article, Names.Name subject) {
        this.sentence = sentence;
        this.article = article;
        this.subject = subject;
        this.words = new Lexemes(sentence);
        this.verb = firstAt(subject.end());
    }

    /** @param article its text, to learn which words are names */
    static Optional<String> of(String sentence, String article) {
        List<Names.Name> names = Names.in(sentence, article);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String before = sentence.substring(0, names.getFirst().start()).strip();
        if (!before.isEmpty() && !before.equals("The")) {
            return Optional.empty();
        }
        SubjectQuestion question = new SubjectQuestion(sentence, article, names.getFirst());
        return question.verb == question.words.size() ? Optional.empty() : question.make();
    }

    private static Map<String, String> irregularVerbs() {
        Map<String, String> verbs = new HashMap<>();
        for (String line : WordList.lines(SubjectQuestion.class, "irregular-verbs.txt")) {
            String[] forms = line.split(" ");
            verbs.put(forms[0], forms[1]);
        }
        return verbs;
    }

    private int firstAt(int place) {
        int at = 0;
        while (at < words.size() && words.start(at) < place) {
            at++;
        }
        return at;
    }

    private Optional<String> make() {
        return switch (words.key(verb)) {
            case "is", "was", "are", "were" -> what();
            case "has", "have", "had" -> howMany();
            default -> when();
        };
    }

    private String name() {
        return subject.start() > 0 ? "the " + subject.text() : subject.text();
    }

    private Optional<String> what() {
        boolean isDefinition = verb + 1 < words.size() && ARTICLES.contains(words.key(verb + 1));
        if (!isDefinition) {
            return Optional.empty();
        }
        String asked = Names.isPerson(subject.text(), article) ? "Who " : "What ";
        return Optional.of(asked + words.key(verb) + " " + name() + "?");
    }

    private Optional<String> howMany() {
        int number = verb + 1;
        while (number < words.size() && ROUGHLY.contains(words.key(number))) {
            number++;
        }
        int noun = number + 1;
        boolean isCount = noun < words.size() && isCount(number) && words.isWord(noun) && words.isSpaced(noun);
        if (!isCount || !words.key(noun).endsWith("s")) {
            return Optional.empty();
        }
        String does = Map.of("has", "does ", "have", "do ", "had", "did ").get(words.key(verb));
        return Optional.of("How many " + words.text(noun) + " " + does + name() + " have?");
    }

    private boolean isCount(int at) {
        return words.isNumber(at) || NumberWords.cardinal(words.key(at)).isPresent();
    }

    private Optional<String> when() {
        Optional<String> base = baseForm(words.key(verb));
        Optional<Timex> date = TemporalTagger.tag(sentence).stream()
                .filter(timex -> timex.kind() == Timex.Kind.WRITTEN && timex.start() > words.end(verb))
                .findFirst();
        if (base.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        int preposition = firstAt(date.get().start()) - 1;
        boolean isWhole = endsClause(date.get().end()); // "ended relations in 1972 with Taipei" needs the rest
        if (!isWhole || !BEFORE_DATES.contains(words.key(preposition)) || !isObject(verb + 1, preposition)) {
            return Optional.empty();
        }
        String object =
                sentence.substring(words.end(verb), words.start(preposition)).strip();
        String rest = object.isEmpty() ? base.get() : base.get() + " " + object;
        return Optional.of("When did " + name() + " " + rest + "?");
    }

    private boolean endsClause(int place) {
        String rest = sentence.substring(place).strip();
        return rest.isEmpty() || !Character.isLetterOrDigit(rest.codePointAt(0));
    }

    /** Whether the lexemes are a few words without signs between them. */
    private boolean isObject(int from, int to) {
        if (to - from > MAX_OBJECT_WORDS) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (!words.isAlphanumeric(at) || NOT_IN_OBJECT.contains(words.key(at))) {
                return false;
            }
        }
        return true;
    }

    /** Of a verb in the past: "announced" is "announce". */
    private static Optional<String> baseForm(String verb) {
        if (IRREGULAR.containsKey(verb)) {
            return Optional.of(IRREGULAR.get(verb));
        }
        List<String> stem = verb.endsWith("ed") ? IndexTerms.of(verb) : List.of();
        return stem.size() == 1 && !stem.getFirst().equals(verb) ? Optional.of(stem.getFirst()) : Optional.empty();
    }
}
