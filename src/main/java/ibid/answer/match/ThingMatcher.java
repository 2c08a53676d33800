package ibid.answer.match;

import ibid.answer.question.AnswerMatch;
import ibid.answer.question.KindPhrase;
import ibid.answer.question.PersonPhrase;
import ibid.answer.question.QuestionForm;
import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the names of the thing that a question asks for: "Which destroyer", "What was the ship called". A match is
 * exact where the name stands beside the noun, or behind "called"; a name of another kind of thing is no match.
 */
final class ThingMatcher {

    private enum Kind {
        SHIP(Set.of(NameKind.SHIP, NameKind.UNKNOWN)),
        BODY(Set.of(NameKind.BODY, NameKind.UNKNOWN)),
        /** The noun is nearly always told with the name: "Clay Barracks". */
        SITE(Set.of(NameKind.BODY, NameKind.PLACE, NameKind.UNKNOWN)),
        WORK(Set.of(NameKind.BODY, NameKind.UNKNOWN));

        private final Set<NameKind> names;

        Kind(Set<NameKind> names) {
            this.names = names;
        }
    }

    private record Group(Kind kind, List<String> generic, List<String> specific) {

        static Group of(String line) {
            List<String> words = Arrays.asList(line.split(" "));
            int bar = words.indexOf("|");
            return new Group(
                    Kind.valueOf(words.getFirst()), words.subList(1, bar), words.subList(bar + 1, words.size()));
        }

        /** The nouns by which a thing may be told that a question calls so; none if it is not of the group. */
        List<String> nounsFor(String asked) {
            List<String> nouns = new ArrayList<>();
            if (isAny(asked, generic)) {
                nouns.addAll(generic);
                nouns.addAll(specific);
            } else if (isAny(asked, specific)) {
                nouns.add(asked);
            }
            return nouns;
        }

        private static boolean isAny(String asked, List<String> nouns) {
            String stem = Inflections.stem(asked);
            return nouns.stream().anyMatch(noun -> Inflections.stem(noun).equals(stem));
        }
    }

    private static final List<Group> GROUPS = WordList.lines(ThingMatcher.class, "named-things.txt").stream()
            .map(Group::of)
            .toList();
    private static final Set<String> WHICH = Set.of("which", "what");
    private static final Set<String> PREPOSITIONS =
            Set.of("in", "at", "on", "for", "to", "from", "under", "with", "by");
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be");
    private static final Set<String> NAMED = Set.of("called", "named", "titled", "nicknamed", "dubbed", "codenamed");
    private static final Set<String> DETERMINERS = Set.of("a", "an", "the", "its", "their", "his", "her", "one");
    private static final int MAX_WORDS_BEFORE_NOUN = 5; // "which three former Japanese aircraft carriers"
    private static final int MAX_WORDS_OF_NAMED = 9; // "the first boat of the new class is to be called"

    private final Kind kind;
    private final Set<String> nouns; // stems

    private ThingMatcher(Kind kind, List<String> nouns) {
        this.kind = kind;
        this.nouns = new HashSet<>();
        nouns.forEach(noun -> this.nouns.add(Inflections.stem(noun)));
    }

    /** Empty where the question does not ask for the name of a thing. */
    static Optional<ThingMatcher> of(String question) {
        Lexemes words = new Lexemes(question);
        int which = words.isOneOf(0, PREPOSITIONS) ? 1 : 0;
        boolean asksWhich = words.isOneOf(which, WHICH);
        boolean asksWhatCalled = asksWhich && KindPhrase.asksForName(words, which + 1);
        int name = PersonPhrase.nameOf(words);
        if (asksWhich && !asksWhatCalled && !words.isOneOf(which + 1, BE)) {
            return firstNoun(words, which + 1, MAX_WORDS_BEFORE_NOUN);
        }
        if (name >= 0) {
            return firstNoun(words, name, MAX_WORDS_OF_NAMED);
        }
        return asksWhatCalled ? firstNoun(words, which + 2, MAX_WORDS_OF_NAMED) : Optional.empty();
    }

    /** The first noun of the list that does not belong to another: not the "ship" of "ship's captain". */
    private static Optional<ThingMatcher> firstNoun(Lexemes words, int from, int max) {
        Optional<ThingMatcher> found = Optional.empty();
        for (int at = from; at < Math.min(from + max, words.size()); at++) {
            Optional<ThingMatcher> noun = words.isPossessive(at + 1) ? Optional.empty() : ofNoun(words.key(at));
            boolean isPhraseOver = noun.isEmpty() && (found.isPresent() || QuestionForm.isAuxiliary(words.key(at)));
            if (isPhraseOver) {
                return found;
            }
            found = noun.isPresent() ? noun : found;
        }
        return found;
    }

    private static Optional<ThingMatcher> ofNoun(String noun) {
        for (Group group : GROUPS) {
            List<String> nouns = group.nounsFor(noun);
            if (!nouns.isEmpty()) {
                return Optional.of(new ThingMatcher(group.kind(), nouns));
            }
        }
        return Optional.empty();
    }

    List<AnswerMatch> findIn(String sentence, Set<String> knownNames) {
        List<Names.Name> names = Names.in(sentence, knownNames);
        NameExtent extents = new NameExtent(sentence, names);
        List<AnswerMatch> matches = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            Names.Name name = names.get(at);
            NameKind kindOfName = NameKind.of(name, sentence, knownNames);
            boolean isTied =
                    kindOfName != NameKind.PEOPLE && kindOfName != NameKind.COUNTRY && isBeside(name, sentence);
            if (isTied || isPossible(kindOfName, sentence)) {
                matches.add(new AnswerMatch(name.text(), name.start(), isTied, extents.members(at)));
            }
        }
        return matches;
    }

    private boolean isPossible(NameKind name, String sentence) {
        return kind.names.contains(name) && (kind != Kind.SITE || hasNoun(new Lexemes(sentence)));
    }

    private boolean hasNoun(Lexemes words) {
        for (int at = 0; at < words.size(); at++) {
            if (isNoun(words, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNoun(Lexemes words, int at) {
        return nouns.contains(Inflections.stem(words.key(at)));
    }

    /** "the frigate Aurora", "Aurora, a frigate", "Clay Barracks", "a ship called Aurora" */
    private boolean isBeside(Names.Name name, String sentence) {
        Lexemes own = new Lexemes(name.text());
        Lexemes before = new Lexemes(sentence.substring(0, name.start()));
        Lexemes behind = new Lexemes(sentence.substring(name.end()));
        int last = before.size() - 1;
        last -= before.is(last, "“") || before.is(last, "\"") || before.is(last, ",") ? 1 : 0;
        boolean isNamed = before.isOneOf(last, NAMED) && hasNoun(before);
        boolean isInName = own.size() > 1 && isNoun(own, own.size() - 1);
        return isNamed || isInName || isNoun(before, last) || isNoun(behind, 0) || isExplained(behind);
    }

    private boolean isExplained(Lexemes behind) {
        boolean opens = (behind.is(0, ",") || behind.isOneOf(0, BE)) && behind.isOneOf(1, DETERMINERS);
        for (int at = 2; opens && at < 2 + MAX_WORDS_BEFORE_NOUN && behind.isAlphanumeric(at); at++) {
            if (isNoun(behind, at)) {
                return true;
            }
        }
        return false;
    }
}
