package ibid.search.rewrite;

import ibid.language.Names;
import ibid.language.VerbForms;
import ibid.language.WordList;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.grammar.Country;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.QuestionClause;
import ibid.search.grammar.QuestionWord;
import ibid.search.grammar.SentenceEnd;
import ibid.search.grammar.Superlative;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * Puts what a follow-up names in the place of what the earlier question has of the same kind: a time for a time, a
 * superlative for a superlative, a country for a country, a thing counted for a thing counted.
 *
 * @param query       the earlier question
 * @param preposition before the thing, or empty
 * @param thing       what the follow-up names
 */
record SlotReplacement(String query, String preposition, String thing) {

    private static final Set<String> TIME_PREPOSITIONS =
            Set.of("in", "on", "by", "since", "before", "after", "until", "during", "at", "from");
    private static final Set<String> RELATIVE_TIMES =
            Set.copyOf(WordList.lines(SlotReplacement.class, "relative-times.txt"));
    private static final Set<String> COUNTRY_NOUNS = Set.of(
            "country",
            "countries",
            "nation",
            "nations",
            "state",
            "states",
            "government",
            "governments",
            "member",
            "members",
            "ally",
            "allies",
            "power",
            "powers");

    /** The earlier question with the thing in it; empty where it has no place for it. */
    Optional<String> filled() {
        return Stream.<Supplier<Optional<String>>>of(
                        this::timeReplaced,
                        this::superlativeReplaced,
                        this::participleReplaced,
                        this::memberAsked,
                        this::nameReplaced,
                        this::phraseReplacedAfterPreposition,
                        this::thingCountedReplaced)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String lower() {
        return thing.toLowerCase(Locale.ROOT);
    }

    private Optional<String> timeReplaced() {
        if (!isTime()) {
            return Optional.empty();
        }
        Optional<Timex> old = TemporalTagger.tag(query).stream().findFirst();
        if (old.isEmpty()) {
            return Optional.of(appended(isBareNumber() && preposition.isEmpty() ? "in" : preposition));
        }
        String before = query.substring(0, old.get().start()).stripTrailing();
        String oldPreposition = EdgeWords.lastWord(before).toLowerCase(Locale.ROOT);
        boolean hasPreposition = TIME_PREPOSITIONS.contains(oldPreposition);
        String head = hasPreposition ? before.substring(0, before.length() - oldPreposition.length()) : before + " ";
        String link = preposition;
        if (preposition.isEmpty() && hasPreposition && !RELATIVE_TIMES.contains(lower())) {
            link = oldPreposition;
        }
        return Optional.of(
                head + spaced(link) + thing + query.substring(old.get().end()));
    }

    private static String spaced(String word) {
        return word.isEmpty() ? "" : word + " ";
    }

    private boolean isTime() {
        if (RELATIVE_TIMES.contains(lower())) {
            return true;
        }
        List<Timex> times = TemporalTagger.tag(spaced(preposition) + thing);
        if (times.size() != 1) {
            return false;
        }
        String words = times.getFirst().words();
        return lower().equals(words.toLowerCase(Locale.ROOT))
                || lower().equals("the " + words.toLowerCase(Locale.ROOT))
                || (preposition + " " + thing).equalsIgnoreCase(words);
    }

    private boolean isBareNumber() {
        return thing.chars().allMatch(Character::isDigit);
    }

    private String appended(String link) {
        return SentenceEnd.removedFrom(query) + " " + spaced(link) + thing + "?";
    }

    /** "The slowest drive-thru" and "the fastest": the picking words change places, with a noun that follows. */
    private Optional<String> superlativeReplaced() {
        Optional<Superlative> old = Superlative.in(query);
        Optional<Superlative> now = Superlative.in(thing);
        if (old.isEmpty() || now.isEmpty() || !isAtStart(now.get())) {
            return Optional.empty();
        }
        String noun = thing.substring(now.get().end()).strip();
        boolean isAlone = noun.isEmpty() || noun.equals("one") || noun.equals("ones");
        int end = isAlone ? old.get().end() : endOfPhrase(old.get().end());
        String words = isAlone
                ? thing.substring(now.get().start(), now.get().end())
                : thing.substring(now.get().start());
        return Optional.of(query.substring(0, old.get().start()) + words + query.substring(end));
    }

    private boolean isAtStart(Superlative picking) {
        String before = thing.substring(0, picking.start()).strip();
        return before.isEmpty() || before.equalsIgnoreCase("the");
    }

    /** Of the noun phrase that stands there. */
    private int endOfPhrase(int from) {
        int end = from;
        for (QuestionWord word : QuestionWord.in(query)) {
            boolean isNext =
                    word.start() > from && query.substring(end, word.start()).isBlank();
            if (isNext && !word.isFunctional() && !word.isPastTense()) {
                end = word.end();
            }
        }
        return end;
    }

    /** "When was it signed?" and "ratified". */
    private Optional<String> participleReplaced() {
        boolean isParticiple = VerbForms.of(lower())
                .filter(verb -> verb.participle().equals(lower()))
                .isPresent();
        Optional<QuestionClause> clause = QuestionClause.of(query);
        if (!isParticiple || clause.isEmpty() || clause.get().verb().isEmpty()) {
            return Optional.empty();
        }
        String old = EdgeWords.lastWord(clause.get().verb());
        boolean isOfKind = VerbForms.of(old.toLowerCase(Locale.ROOT))
                .filter(verb -> verb.participle().equals(old))
                .isPresent();
        int at = query.lastIndexOf(" " + old);
        return isOfKind && at > 0
                ? Optional.of(query.substring(0, at + 1) + thing + query.substring(at + 1 + old.length()))
                : Optional.empty();
    }

    /** "Which countries recognise Taiwan?" and "Japan" makes "Does Japan recognise Taiwan?". */
    private Optional<String> memberAsked() {
        if (!preposition.isEmpty() || Country.named(thing).isEmpty()) {
            return Optional.empty();
        }
        return QuestionClause.of(query)
                .filter(clause -> clause.isSubjectAsked() && COUNTRY_NOUNS.contains(lastNoun(clause)))
                .map(clause -> clause.askedOf(thing));
    }

    private static String lastNoun(QuestionClause clause) {
        for (String word : clause.askedNoun().toLowerCase(Locale.ROOT).split(" ")) {
            if (COUNTRY_NOUNS.contains(word)) {
                return word;
            }
        }
        return "";
    }

    private boolean isName() {
        return Country.named(thing).isPresent() || !Names.in("about " + thing).isEmpty();
    }

    private Optional<String> nameReplaced() {
        if (!isName()) {
            return Optional.empty();
        }
        List<Names.Name> names = names();
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
        int end = endsInNoun() ? endOfPhrase(old.end()) : old.end();
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

    /** "In the run-off" and "in the first round". */
    private Optional<String> phraseReplacedAfterPreposition() {
        if (preposition.isEmpty()) {
            return Optional.empty();
        }
        int at = query.toLowerCase(Locale.ROOT).indexOf(" " + preposition + " ");
        if (at < 0 || isName()) {
            return Optional.of(appended(preposition));
        }
        int start = at + preposition.length() + 2;
        int end = endOfPhraseWithArticle(start);
        return Optional.of(query.substring(0, start) + thing + query.substring(end));
    }

    private int endOfPhraseWithArticle(int start) {
        Optional<MatchResult> article = Cue.BEGINS_WITH_ARTICLE.first(query.substring(start));
        int from = start + article.map(MatchResult::end).orElse(0);
        return endOfPhrase(from - 1);
    }

    /** "How many soldiers does it have?" and "tanks". */
    private Optional<String> thingCountedReplaced() {
        Optional<QuestionClause> clause = QuestionClause.of(query);
        boolean isNoun = preposition.isEmpty() && !Cue.BEGINS_WITH_ARTICLE.isIn(thing) && !isName();
        if (clause.isEmpty() || !isNoun || !clause.get().isCounting()) {
            return Optional.empty();
        }
        String noun = clause.get().askedNoun();
        int at = query.indexOf(noun);
        return noun.isEmpty() || at < 0
                ? Optional.empty()
                : Optional.of(query.substring(0, at) + thing + query.substring(at + noun.length()));
    }
}
