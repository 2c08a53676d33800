package ibid.search.rewrite;

import ibid.language.Names;
import ibid.search.grammar.Country;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.QuestionWord;
import java.util.List;
import java.util.Optional;

/**
 * Puts a name that a follow-up gives in the place of one of its kind in the earlier question: behind the same
 * preposition, a country for a country, an owner for an owner.
 *
 * @param query       the earlier question
 * @param preposition before the name, or empty
 * @param thing       what the follow-up names
 */
record NameSlot(String query, String preposition, String thing) {

    boolean isName() {
        return Country.named(thing).isPresent() || !Names.in("about " + thing).isEmpty();
    }

    /** The earlier question with the name in it; empty where it has none of that kind. */
    Optional<String> replaced() {
        if (!isName()) {
            return Optional.empty();
        }
        List<Names.Name> names = names();
        return names.stream()
                .filter(name -> isOwner() && Cue.OWNER.isIn(query.substring(name.end())))
                .findFirst()
                .map(owner -> query.substring(0, owner.start()) + thing + query.substring(owner.end() + "'s".length()))
                .or(() -> replacedIn(names));
    }

    /** "Tunisia's" */
    private boolean isOwner() {
        return thing.endsWith("'s") || thing.endsWith("’s");
    }

    private Optional<String> replacedIn(List<Names.Name> names) {
        return names.stream()
                .filter(this::followsPreposition)
                .findFirst()
                .or(() -> names.stream().filter(this::isOfKind).findFirst())
                .map(this::replaced)
                .or(this::adjectiveReplaced)
                .or(() -> preposition.isEmpty() ? names.stream().findFirst().map(this::replaced) : Optional.empty());
    }

    /** The names of the earlier question, countries in small letters too. */
    private List<Names.Name> names() {
        List<Names.Name> names = Names.in(query);
        if (!names.isEmpty()) {
            return names;
        }
        return QuestionWord.in(query).stream()
                .filter(word -> Country.named(word.text()).isPresent())
                .map(word -> new Names.Name(word.text(), word.start()))
                .toList();
    }

    private String replaced(Names.Name old) {
        int end = endsInNoun() ? QuestionText.endOfPhrase(query, old.end()) : old.end();
        String before = query.substring(0, old.start());
        return isCountryWithoutArticle()
                ? Cue.ARTICLE_BEFORE.removedFrom(before) + thing + query.substring(end)
                : QuestionText.replaced(query, old.start(), end, thing);
    }

    private boolean isCountryWithoutArticle() {
        return Country.named(thing).isPresent() && !thing.endsWith("s");
    }

    /** "The Fehmarn tunnel" takes the place of all of "the Kattegat bridge". */
    private boolean endsInNoun() {
        List<Names.Name> named = Names.in("about " + thing);
        return !named.isEmpty() && named.getLast().end() < "about ".length() + thing.length();
    }

    private boolean followsPreposition(Names.Name name) {
        if (preposition.isEmpty()) {
            return false;
        }
        String before =
                Cue.ARTICLE_BEFORE.removedFrom(query.substring(0, name.start())).stripTrailing();
        return EdgeWords.lastWord(before).equalsIgnoreCase(preposition);
    }

    private boolean isOfKind(Names.Name name) {
        return Country.named(thing).isPresent() && Country.named(name.text()).isPresent();
    }

    /** "The Malaysian minister" and "India" makes "the Indian minister". */
    private Optional<String> adjectiveReplaced() {
        Optional<Country> now = Country.named(thing);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        return QuestionWord.in(query).stream()
                .filter(word -> Country.ofAdjective(word.text()).isPresent())
                .findFirst()
                .map(word -> query.substring(0, word.start())
                        + now.get().adjectives().getFirst()
                        + query.substring(word.end()));
    }
}
