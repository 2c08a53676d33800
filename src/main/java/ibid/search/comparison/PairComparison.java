package ibid.search.comparison;

import ibid.language.VerbForms;
import ibid.language.WordList;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.QuestionClause;
import ibid.search.grammar.QuestionWord;
import ibid.search.grammar.SentenceEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question which of two has more of something: "Which is bigger, the regulator or the ministry?" It is two look-ups
 * and a comparison of what they find.
 *
 * @param word      that compares, as the question has it: "bigger"
 * @param kind      what is compared
 * @param wantsLess whether the lesser value wins, or the earlier day
 * @param sides     the two, as the question names them
 * @param questions one for each side
 */
public record PairComparison(String word, Kind kind, boolean wantsLess, List<String> sides, List<String> questions)
        implements ComparisonQuestion {

    /** QUANTITY: numbers of one unit; TIME: days. */
    public enum Kind {
        QUANTITY,
        TIME
    }

    private static final Set<String> ASKING = Set.of("which", "who", "what");
    private static final Set<String> OF_COUNT = Set.of("more", "fewer", "less", "most", "least", "fewest");
    private static final Set<String> LESS = Set.of("fewer", "less", "least", "fewest");
    private static final Set<String> FIRST = Set.of("first", "earlier", "sooner");
    private static final Set<String> LAST = Set.of("last", "later");
    private static final Map<String, Measured> ADJECTIVES = adjectives();

    /** @param question about the measure, with "*" for the side */
    private record Measured(Kind kind, boolean wantsLess, String question) {}

    public PairComparison {
        sides = List.copyOf(sides);
        questions = List.copyOf(questions);
    }

    private static Map<String, Measured> adjectives() {
        Map<String, Measured> adjectives = new HashMap<>();
        for (String line : WordList.lines(PairComparison.class, "comparatives.txt")) {
            String[] parts = line.split("\\|");
            Measured measured = new Measured(Kind.valueOf(parts[1]), parts[2].equals("less"), parts[3]);
            for (String word : parts[0].split(" ")) {
                adjectives.put(word, measured);
            }
        }
        return adjectives;
    }

    /** Empty where the question does not compare two that it names. */
    public static Optional<PairComparison> in(String question) {
        String text = SentenceEnd.removedFrom(question.strip());
        int or = text.toLowerCase(Locale.ROOT).lastIndexOf(" or ");
        int comma = or < 0 ? -1 : Math.max(text.lastIndexOf(',', or), text.lastIndexOf(':', or));
        if (comma < 0) {
            return Optional.empty();
        }
        String head = text.substring(0, comma).strip();
        String first = text.substring(comma + 1, or).strip();
        String second = text.substring(or + " or ".length()).strip();
        boolean asks = ASKING.contains(EdgeWords.firstWord(withoutLink(head)));
        return asks && !first.isEmpty() && !second.isEmpty() ? of(withoutLink(head), first, second) : Optional.empty();
    }

    /** Whether it has a word that compares: "bigger", "first", "more". */
    public static boolean compares(String question) {
        return QuestionWord.in(question).stream().map(QuestionWord::lower).anyMatch(PairComparison::isComparing);
    }

    private static boolean isComparing(String word) {
        return ADJECTIVES.containsKey(word) || FIRST.contains(word) || LAST.contains(word) || OF_COUNT.contains(word);
    }

    private static String withoutLink(String head) {
        boolean hasLink = Set.of("and", "so", "but").contains(EdgeWords.firstWord(head));
        return hasLink ? head.substring(EdgeWords.firstWord(head).length()).strip() : head;
    }

    private static Optional<PairComparison> of(String head, String first, String second) {
        List<String> sides = List.of(first, withName(second, first));
        for (QuestionWord word : QuestionWord.in(head)) {
            Optional<PairComparison> comparison = by(word, head, sides);
            if (comparison.isPresent()) {
                return comparison;
            }
        }
        return Optional.empty();
    }

    /** "The American unit it replaces" names the other side by a pronoun. */
    private static String withName(String side, String other) {
        for (QuestionWord word : QuestionWord.in(side)) {
            if (word.lower().equals("it")) {
                return side.substring(0, word.start()) + other + side.substring(word.end());
            }
        }
        return side;
    }

    private static Optional<PairComparison> by(QuestionWord word, String head, List<String> sides) {
        String key = word.lower();
        Measured measured = ADJECTIVES.get(key);
        if (measured != null) {
            String question =
                    key.equals("older") && head.toLowerCase(Locale.ROOT).startsWith("who")
                            ? "How old is *?"
                            : measured.question;
            Kind kind = question.startsWith("How") ? Kind.QUANTITY : measured.kind;
            boolean wantsLess = kind == measured.kind ? measured.wantsLess : !measured.wantsLess;
            return Optional.of(of(key, kind, wantsLess, sides, question));
        }
        if (FIRST.contains(key) || LAST.contains(key)) {
            return Optional.of(of(key, Kind.TIME, FIRST.contains(key), sides, askedWhen(head)));
        }
        if (OF_COUNT.contains(key)) {
            return askedHowMany(head, word)
                    .map(question -> of(key, Kind.QUANTITY, LESS.contains(key), sides, question));
        }
        return Optional.empty();
    }

    private static PairComparison of(String word, Kind kind, boolean wantsLess, List<String> sides, String question) {
        List<String> questions = new ArrayList<>();
        for (String side : sides) {
            questions.add(question.replace("*", side));
        }
        return new PairComparison(word, kind, wantsLess, sides, questions);
    }

    /** "Which was founded first" makes "When was * founded?", "which came first" "When did * begin?". */
    private static String askedWhen(String head) {
        Optional<QuestionClause> clause = QuestionClause.of(head);
        if (clause.isEmpty() || clause.get().verb().isEmpty()) {
            return "When did * begin?";
        }
        String[] verb = clause.get().verb().split(" ", 2);
        if (verb.length == 2) {
            return "When " + verb[0] + " * " + verb[1] + "?";
        }
        Optional<VerbForms> forms = VerbForms.of(verb[0]);
        boolean isVague =
                forms.isEmpty() || Set.of("come", "be").contains(forms.get().base());
        if (isVague) {
            return "When did * begin?";
        }
        return ("When did * " + forms.get().base() + " "
                                + withoutLastWord(clause.get().rest()))
                        .strip() + "?";
    }

    /** Without the "first" it ends with. */
    private static String withoutLastWord(String text) {
        return text.substring(0, text.length() - EdgeWords.lastWord(text).length())
                .strip();
    }

    /** "Which has more members" makes "How many members does * have?", "which costs more" "How much does * cost?". */
    private static Optional<String> askedHowMany(String head, QuestionWord word) {
        Optional<QuestionClause> clause = QuestionClause.of(head);
        if (clause.isEmpty() || !clause.get().isSubjectAsked()) {
            return Optional.empty();
        }
        String verb = EdgeWords.firstWord(clause.get().verb());
        String base = VerbForms.baseOf(verb);
        String auxiliary = clause.get().isPast() ? "did" : "does";
        String noun = head.substring(word.end()).strip();
        boolean isAlone = noun.isEmpty();
        return Optional.of((isAlone ? "How much" : "How many " + noun) + " " + auxiliary + " * " + base + "?");
    }
}
