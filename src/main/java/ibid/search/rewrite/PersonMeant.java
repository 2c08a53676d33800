package ibid.search.rewrite;

import ibid.language.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The person that "he" or "she" refers to: the one asked about before, else the first one the answer named. */
final class PersonMeant {

    private PersonMeant() {}

    static Optional<String> in(EarlierTurn turn) {
        List<Names.Name> asked = possiblePersons(ConversationTopic.withoutAdditions(turn.query()));
        List<Names.Name> answered = Names.in(turn.answer());
        return fullyNamed(asked, answered).or(() -> firstNotInCapitals(asked)).or(() -> firstOfSeveralWords(answered));
    }

    /** "Information Retrieval researchers" names no person. */
    private static List<Names.Name> possiblePersons(String query) {
        List<Names.Name> persons = new ArrayList<>();
        for (Names.Name name : Names.in(query)) {
            if (!Cue.PLURAL_NOUN_AFTER.isIn(query.substring(name.end()))) {
                persons.add(name);
            }
        }
        return persons;
    }

    /** The first name of several words in a text. */
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
