package ibid.search.rewrite;

import ibid.language.VerbForms;
import ibid.language.WordList;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.grammar.Country;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.QuestionClause;
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
                        names()::replaced,
                        this::phraseReplacedAfterPreposition,
                        this::thingCountedReplaced)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private NameSlot names() {
        return new NameSlot(query, preposition, thing);
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
        int end = isAlone
                ? old.get().end()
                : QuestionText.endOfPhrase(query, old.get().end());
        String words = isAlone
                ? thing.substring(now.get().start(), now.get().end())
                : thing.substring(now.get().start());
        return Optional.of(query.substring(0, old.get().start()) + words + query.substring(end));
    }

    private boolean isAtStart(Superlative picking) {
        String before = thing.substring(0, picking.start()).strip();
        return before.isEmpty() || before.equalsIgnoreCase("the");
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

    /** "In the run-off" and "in the first round". */
    private Optional<String> phraseReplacedAfterPreposition() {
        if (preposition.isEmpty()) {
            return Optional.empty();
        }
        int at = query.toLowerCase(Locale.ROOT).indexOf(" " + preposition + " ");
        if (at < 0 || names().isName() || isTime(query.substring(at + 1))) {
            return Optional.of(appended(preposition));
        }
        int start = at + preposition.length() + 2;
        int end = endOfPhraseWithArticle(start);
        return Optional.of(query.substring(0, start) + thing + query.substring(end));
    }

    /** Whether it begins with a time: "in May". */
    private static boolean isTime(String words) {
        return TemporalTagger.tag(words).stream().anyMatch(time -> time.start() <= words.indexOf(' ') + 1);
    }

    private int endOfPhraseWithArticle(int start) {
        Optional<MatchResult> article = Cue.BEGINS_WITH_ARTICLE.first(query.substring(start));
        int from = start + article.map(MatchResult::end).orElse(0);
        return QuestionText.endOfPhrase(query, from - 1);
    }

    /** "How many soldiers does it have?" and "tanks". */
    private Optional<String> thingCountedReplaced() {
        Optional<QuestionClause> clause = QuestionClause.of(query);
        boolean isNoun = preposition.isEmpty() && !Cue.BEGINS_WITH_ARTICLE.isIn(thing) && !names().isName();
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
