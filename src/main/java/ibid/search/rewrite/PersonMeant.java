package ibid.search.rewrite;

import ibid.language.Names;
import ibid.language.OfficeNouns;
import ibid.language.VerbForms;
import ibid.search.grammar.Country;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.MaximalNounPhrases;
import ibid.search.grammar.NounPhrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The person that "he" or "she" refers to: the one asked about before, else the first one the answer named. */
final class PersonMeant {

    private PersonMeant() {}

    /** The paper of "the paper's editor" and "the editor of the paper". */
    private static boolean isWhereOffice(String name, String office) {
        int at = office.indexOf(name);
        boolean isBehind = at > 0
                && !office.substring(0, at).isBlank()
                && !office.substring(0, at).equals("the ");
        return at >= 0 && (isBehind || Cue.OWNER.isIn(office.substring(at + name.length())));
    }

    /** Whom the question names, or of "Who won?" the answer. */
    static Optional<String> asked(EarlierTurn turn) {
        String office = MaximalNounPhrases.person(turn.query()).orElse("");
        List<Names.Name> asked = possiblePersons(turn.query()).stream()
                .filter(name -> !isWhereOffice(name.text(), office))
                .toList();
        List<Names.Name> answered = possiblePersons(turn.answer());
        if (asksWho(turn.query())) {
            Optional<String> named = firstOfSeveralWords(notIn(turn.query(), answered));
            if (named.isPresent() && !isWhoIs(turn.query(), asked)) {
                return named;
            }
        }
        return fullyNamed(asked, answered).or(() -> firstNotInCapitals(asked));
    }

    /** The first with a full name, else who does something in it. */
    static Optional<String> answered(EarlierTurn turn) {
        String answer = turn.answer();
        List<Names.Name> answered = possiblePersons(answer).stream()
                .filter(name -> !Cue.AFTER_OF.isIn(answer.substring(0, name.start()))) // "off the coast of Santa Cruz"
                .toList();
        return firstOfSeveralWords(answered).or(() -> firstActing(answered, turn.answer()));
    }

    static Optional<String> in(EarlierTurn turn) {
        return asked(turn).or(() -> answered(turn));
    }

    /** "Who won?", "Which senator won?", but not "Which ship won?", of which another may be "she". */
    private static boolean asksWho(String query) {
        boolean asksForOfficer = Cue.ASKS_ONE
                .first(query)
                .filter(one -> OfficeNouns.contains(one.group("kind").toLowerCase(Locale.ROOT)))
                .isPresent();
        return asksForOfficer || Cue.ASKS_WHO.isIn(query);
    }

    private static List<Names.Name> notIn(String query, List<Names.Name> names) {
        return names.stream()
                .filter(name -> !query.contains(EdgeWords.lastWord(name.text())))
                .toList();
    }

    /** "Who is Rutte?" asks about the one it names; "Who succeeded Rutte?" about another. */
    private static boolean isWhoIs(String query, List<Names.Name> asked) {
        String question = query.replaceFirst("[?!. ]+$", "");
        return asked.stream()
                .filter(name -> question.endsWith(name.text()))
                .anyMatch(name -> Cue.WHO_IS.isIn(
                        question.substring(0, question.length() - name.text().length())));
    }

    /** "Information Retrieval researchers" names no person, nor does "the Baltic currency" or "Japan". */
    private static List<Names.Name> possiblePersons(String text) {
        List<Names.Name> persons = new ArrayList<>();
        for (Names.Name name : Names.in(text)) {
            boolean isAdjective = Cue.ENDS_LIKE_ADJECTIVE.isIn(name.text())
                    && Cue.NAME_AFTER.isIn(text.substring(name.end())); // "an Asian NATO"
            if (!isAdjective && mayBePerson(name, text)) {
                persons.add(name);
            }
        }
        return persons;
    }

    private static boolean mayBePerson(Names.Name name, String query) {
        boolean isPlace = Country.named(name.text()).isPresent()
                || Country.isCapital(name.text())
                || Country.ofAdjective(name.text()).isPresent();
        boolean isWhere = Cue.AFTER_PLACE.isIn(query.substring(0, name.start()));
        return !isPlace && !isWhere && !Names.isBody(name.text()) && !isBeforeNoun(name, query);
    }

    /** "Takaichi told", "Takaichi bluntly told" */
    private static boolean isActing(Names.Name name, String text) {
        String behind = text.substring(name.end()).stripLeading();
        String next = EdgeWords.firstWord(behind);
        boolean isAdverb = next.endsWith("ly") && VerbForms.of(next).isEmpty();
        String verb =
                isAdverb ? EdgeWords.firstWord(behind.substring(next.length()).stripLeading()) : next;
        return VerbForms.of(verb).isPresent();
    }

    /** Where the answer gives no full name: who does something in it. */
    private static Optional<String> firstActing(List<Names.Name> names, String answer) {
        return names.stream()
                .filter(name -> isActing(name, answer) && !isInCapitals(name.text()))
                .map(Names.Name::text)
                .findFirst();
    }

    private static boolean isBeforeNoun(Names.Name name, String query) {
        boolean isInPhrase = NounPhrases.in(query).stream()
                .anyMatch(phrase -> phrase.start() <= name.start() && name.end() < phrase.end());
        boolean isNoun = Cue.NOUN_AFTER.isIn(query.substring(name.end())) && !isActing(name, query);
        return isInPhrase && isNoun;
    }

    /** The first of several words, here or in the answer. */
    private static Optional<String> fullyNamed(List<Names.Name> asked, List<Names.Name> answered) {
        for (Names.Name name : asked) {
            if (name.words() > 1 || isLastNameOfAny(name, answered)) {
                return Optional.of(name.text());
            }
        }
        return Optional.empty();
    }

    private static boolean isLastNameOfAny(Names.Name name, List<Names.Name> fullNames) {
        return fullNames.stream().anyMatch(full -> full.text().endsWith(" " + name.text()));
    }

    private static Optional<String> firstNotInCapitals(List<Names.Name> names) {
        return names.stream()
                .map(Names.Name::text)
                .filter(name -> !isInCapitals(name))
                .findFirst();
    }

    private static Optional<String> firstOfSeveralWords(List<Names.Name> names) {
        return names.stream()
                .filter(name -> name.words() > 1)
                .map(Names.Name::text)
                .findFirst();
    }

    static boolean isInCapitals(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }
}
