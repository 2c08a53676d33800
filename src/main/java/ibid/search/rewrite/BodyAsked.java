package ibid.search.rewrite;

import ibid.language.Names;
import ibid.language.VerbForms;
import ibid.language.WordList;
import ibid.search.grammar.Country;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.QuestionClause;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * The body that "it" refers to behind a question for one: "Which institute published the essay?", "Where is it based?".
 * Not "When was it published?", which asks about the essay.
 *
 * @param question that has the pronoun
 * @param last     the turn before it
 */
record BodyAsked(String question, EarlierTurn last) {

    private static final Set<String> ACTING = WordList.read(BodyAsked.class, "acting-bodies.txt");
    private static final Set<String> HAVE = Set.of("has", "have", "had");
    private static final Set<String> DESCRIBING = Set.of("that", "which", "who", "of", "called", "named");
    private static final Set<String> PRONOUNS = Set.of("it", "its");

    /** By the name that the answer gives, else as it was asked for. */
    Optional<String> by(MatchResult pronoun) {
        Optional<QuestionClause> clause = QuestionClause.of(last.query());
        Optional<String> one = clause.flatMap(QuestionClause::oneAsked);
        if (one.isEmpty() || !PRONOUNS.contains(pronoun.group().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String kind = EdgeWords.lastWord(clause.get().askedNoun()).toLowerCase(Locale.ROOT);
        boolean isMeant =
                ACTING.contains(kind) && !QuestionText.isObject(question, pronoun) && !asksAboutObject(clause.get());
        return isMeant ? named(kind, EdgeWords.firstWord(clause.get().verb())).or(() -> one) : Optional.empty();
    }

    /** "That newspaper" or "the newspaper" behind "Which newspaper published it?", by its name or as it was asked. */
    Optional<String> pointedTo(MatchResult words) {
        Optional<QuestionClause> clause = QuestionClause.of(last.query());
        Optional<String> one = clause.flatMap(QuestionClause::oneAsked);
        if (one.isEmpty()) {
            return Optional.empty();
        }
        String asked = clause.get().askedNoun().toLowerCase(Locale.ROOT);
        String head = EdgeWords.lastWord(asked);
        String verb = EdgeWords.firstWord(clause.get().verb());
        return Stream.of(asked, head)
                .filter(noun -> isAt(words.start("noun"), noun))
                .findFirst()
                .map(noun -> QuestionText.replaced(
                        question,
                        words.start(),
                        words.start("noun") + noun.length(),
                        named(head, verb).orElseGet(one::get)));
    }

    private boolean isAt(int start, String noun) {
        int end = start + noun.length();
        return question.regionMatches(true, start, noun, 0, noun.length())
                && (end == question.length() || !Character.isLetter(question.charAt(end)))
                && !DESCRIBING.contains(
                        EdgeWords.firstWord(question.substring(end).stripLeading()));
    }

    /** "When was it published?" behind "Which institute published it?" */
    private boolean asksAboutObject(QuestionClause asked) {
        return QuestionClause.of(question)
                .filter(clause -> QuestionClause.BE.contains(clause.auxiliary()))
                .map(clause -> VerbForms.baseOf(EdgeWords.lastWord(clause.verb())))
                .filter(verb -> !verb.isEmpty() && verb.equals(VerbForms.baseOf(EdgeWords.firstWord(asked.verb()))))
                .isPresent();
    }

    /** The name in the answer that is of the kind, is told to be, or does what was asked. */
    private Optional<String> named(String kind, String verb) {
        String opening = EdgeWords.firstWord(last.answer()); // of which no capital tells that it is a name
        if (isOfKind(opening, kind)) {
            return Country.named(opening).map(Country::name);
        }
        String asked = last.query().toLowerCase(Locale.ROOT);
        List<Names.Name> names = Names.in(last.answer()).stream()
                .filter(name -> !asked.contains(name.text().toLowerCase(Locale.ROOT)))
                .toList();
        return names.stream()
                .filter(name -> isOfKind(name.text(), kind) || isToldToBe(kind, name))
                .findFirst()
                .or(() -> names.stream().filter(name -> does(verb, name)).findFirst())
                .map(this::withArticle);
    }

    /** "the newspaper Skagen Post", "the region's oldest newspaper, the Skagen Post" */
    private boolean isToldToBe(String kind, Names.Name name) {
        String before = last.answer().substring(0, name.start()).stripTrailing();
        String noun = before.replaceFirst("(?i),?\\s+the$|,$", "");
        return EdgeWords.lastWord(noun).equalsIgnoreCase(kind);
    }

    /** "The Skagen Post has warned" */
    private boolean does(String verb, Names.Name name) {
        String behind = last.answer().substring(name.end()).stripLeading();
        String first = EdgeWords.firstWord(behind);
        String second = EdgeWords.firstWord(behind.substring(first.length()).stripLeading());
        return VerbForms.baseOf(first).equals(VerbForms.baseOf(verb))
                || HAVE.contains(first) && VerbForms.baseOf(second).equals(VerbForms.baseOf(verb));
    }

    private static boolean isOfKind(String name, String kind) {
        boolean isCountry = Set.of("country", "nation", "state").contains(kind)
                && Country.named(name).isPresent();
        return isCountry || EdgeWords.lastWord(name).equalsIgnoreCase(kind);
    }

    private String withArticle(Names.Name name) {
        String before = last.answer().substring(0, name.start()).stripTrailing();
        return EdgeWords.lastWord(before).equalsIgnoreCase("the") ? "the " + name.text() : name.text();
    }
}
