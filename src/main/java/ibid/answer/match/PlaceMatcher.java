package ibid.answer.match;

import ibid.answer.question.AnswerExtent;
import ibid.answer.question.AnswerMatch;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds in a sentence the places that a question asks for. A match is exact where it is known for a place, or lies in
 * one; a name behind a word of place may be one.
 */
final class PlaceMatcher {

    private static final Set<String> OF_MOTION = Set.of("to", "from", "into", "towards", "via", "through");
    private static final Set<String> PREPOSITIONS = Set.of(
            "in", "at", "to", "from", "near", "into", "across", "outside", "inside", "off", "on", "around", "towards",
            "between", "via", "through");
    /** "Where is it based?" is not answered by "taken over from the United States". */
    private static final Set<String> REST = WordList.read(PlaceMatcher.class, "verbs-of-rest.txt");

    private static final Set<String> WEAK = Set.of("of", "for", "the", "and", ",");
    private static final Set<String> KINDS_OF_PLACE = Set.of(
            "city",
            "town",
            "village",
            "port",
            "coast",
            "island",
            "state",
            "province",
            "capital",
            "region",
            "district",
            "suburb",
            "county");

    private final boolean asksForCountry;
    private final boolean asksWhere;
    private final boolean isAtRest;
    private final Set<String> named; // "Where in Bergen?" is not answered by "in Bergen"

    PlaceMatcher(String question) {
        String lower = question.toLowerCase(Locale.ROOT);
        this.asksForCountry = lower.contains("country") || lower.contains("countries") || lower.contains("nation");
        this.asksWhere = lower.contains("where");
        this.named = Names.in(question).stream().map(Names.Name::text).collect(Collectors.toSet());
        this.isAtRest = asksWhere && new Lexemes(question).hasAny(REST);
    }

    List<AnswerMatch> findIn(String sentence, Set<String> knownNames) {
        List<Names.Name> places = new ArrayList<>();
        List<NameKind> kinds = new ArrayList<>();
        for (Names.Name name : Names.in(sentence, NameKind.withOpening(sentence, knownNames))) {
            NameKind kind = NameKind.of(name, sentence, knownNames);
            if (kind != NameKind.PERSON && kind != NameKind.SHIP && kind != NameKind.PEOPLE) {
                places.add(name);
                kinds.add(kind);
            }
        }
        NameExtent extents = new NameExtent(sentence, places);
        List<AnswerMatch> matches = new ArrayList<>();
        for (int at = 0; at < places.size(); at++) {
            Names.Name name = places.get(at);
            AnswerExtent extent = extents.place(at);
            boolean isExact = !named.contains(name.text()) && isExact(kinds, at, extent, places, sentence);
            if (isExact || isPossible(kinds.get(at), sentence.substring(0, name.start()))) {
                matches.add(new AnswerMatch(name.text(), name.start(), isExact, extent));
            }
        }
        return matches;
    }

    private boolean isExact(
            List<NameKind> kinds, int at, AnswerExtent extent, List<Names.Name> places, String sentence) {
        boolean hasPlace = false;
        boolean hasRegion = false;
        for (int member = 0; member < places.size(); member++) {
            boolean isMember = places.get(member).start() >= extent.start()
                    && places.get(member).end() <= extent.end();
            hasPlace |= isMember && kinds.get(member).isPlace();
            hasRegion |= isMember && kinds.get(member) == NameKind.PLACE;
        }
        if (asksForCountry) {
            return kinds.get(at) == NameKind.COUNTRY
                    && !hasRegion; // "the Pacific, Africa, and Fiji" lists no countries
        }
        return hasPlace && isBehindPreposition(sentence.substring(0, extent.start()));
    }

    private boolean isBehindPreposition(String before) {
        Lexemes words = new Lexemes(before);
        int last = words.size() - 1;
        last -= words.is(last, "the") ? 1 : 0;
        if (isAtRest && OF_MOTION.contains(words.key(last))) {
            return false;
        }
        if (PREPOSITIONS.contains(words.key(last))) {
            return true;
        }
        boolean isOfPlace = words.is(last, "of") && KINDS_OF_PLACE.contains(words.key(last - 1));
        return isOfPlace || !asksWhere;
    }

    private static boolean isPossible(NameKind kind, String before) {
        Lexemes words = new Lexemes(before);
        String last = words.key(words.size() - 1);
        boolean isPlace = kind != NameKind.BODY || PREPOSITIONS.contains(last);
        return isPlace && (PREPOSITIONS.contains(last) || WEAK.contains(last));
    }
}
