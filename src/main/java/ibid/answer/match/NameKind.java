package ibid.answer.match;

import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a name is the name of, by word lists and by the words beside it. */
enum NameKind {
    PERSON,
    /** A country, with it a place. */
    COUNTRY,
    PLACE,
    BODY,
    SHIP,
    /** A people, a language, or what is named after them: "Fijian". */
    PEOPLE,
    UNKNOWN;

    private static final Set<String> FIRST_NAMES = WordList.read(NameKind.class, "first-names.txt");
    private static final Set<String> HONORIFICS = WordList.read(NameKind.class, "honorifics.txt");
    private static final Set<String> PLACE_WORDS = WordList.read(NameKind.class, "place-words.txt");
    private static final Set<String> COUNTRIES = countries();
    private static final Set<String> PLACES = places();
    private static final Set<String> DEMONYM_ENDINGS = Set.of("ese", "ish", "ian", "ean", "ans", "can");
    private static final Set<String> HAVE = Set.of("has", "had");
    private static final int MAX_PERSON_WORDS = 4;
    private static final int MIN_DEMONYM_CHARS = 6;

    /** @param known what the article writes like names */
    static NameKind of(Names.Name name, String sentence, Set<String> known) {
        NameKind byForm = byForm(name.text());
        if (byForm != UNKNOWN) {
            return byForm;
        }
        boolean isTold = hasTitleBefore(sentence.substring(0, name.start())) || actsBehind(sentence, name.end());
        if (isTold || isSurname(name.text(), known)) {
            return PERSON;
        }
        return UNKNOWN;
    }

    static NameKind byForm(String name) {
        Lexemes words = new Lexemes(name);
        if (COUNTRIES.contains(name)) {
            return COUNTRY;
        }
        if (PLACES.contains(name)) {
            return PLACE;
        }
        if (Names.isShip(name)) {
            return SHIP;
        }
        if (hasWord(words, PLACE_WORDS) && words.size() > 1) {
            return PLACE;
        }
        if (Names.isBody(name)) {
            return BODY;
        }
        return isPersonByForm(words) ? PERSON : kindOfRest(words);
    }

    private static NameKind kindOfRest(Lexemes words) {
        boolean isDemonym = words.size() == 1 && isDemonym(words.key(0));
        return isDemonym ? PEOPLE : UNKNOWN;
    }

    private static boolean isDemonym(String word) {
        return word.length() >= MIN_DEMONYM_CHARS && DEMONYM_ENDINGS.stream().anyMatch(word::endsWith);
    }

    private static boolean hasWord(Lexemes words, Set<String> list) {
        for (int at = 0; at < words.size(); at++) {
            if (list.contains(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPersonByForm(Lexemes words) {
        int titles = 0;
        while (titles < words.size() && isTitle(words, titles)) {
            titles++;
        }
        if (titles > 0) {
            return titles < words.size();
        }
        return words.size() > 1 && words.size() <= MAX_PERSON_WORDS && FIRST_NAMES.contains(words.key(0));
    }

    private static boolean isTitle(Lexemes words, int at) {
        boolean isPart = words.is(at, ".") && at > 0 && HONORIFICS.contains(words.key(at - 1));
        boolean isFirstOfTitle = HONORIFICS.contains(words.key(at + 1))
                && NameExtent.isTitle(words.key(at)); // "Prime Minister", "Foreign Secretary"
        return isPart || isFirstOfTitle || HONORIFICS.contains(words.key(at));
    }

    private static boolean hasTitleBefore(String before) {
        Lexemes words = new Lexemes(before);
        int last = words.size() - 1;
        boolean isAbbreviated = words.is(last, ".");
        return HONORIFICS.contains(words.key(isAbbreviated ? last - 1 : last)) && before.endsWith(" ");
    }

    /** "Rao said", "Rao, 57," "Rao, who" */
    private static boolean actsBehind(String sentence, int end) {
        Lexemes behind = new Lexemes(sentence.substring(end));
        if (VerbsOfSaying.contains(behind.key(0))
                || behind.is(0, "who")
                || behind.phrase(1, 1).equals("who")) {
            return true;
        }
        return behind.is(0, ",") && behind.isNumber(1) && behind.number(1) < 120 && behind.is(2, ",");
    }

    private static boolean isSurname(String name, Set<String> known) {
        for (String longer : known) {
            if (longer.endsWith(" " + name) && byForm(longer) == PERSON) {
                return true;
            }
        }
        return false;
    }

    /** The names known with the word that opens the sentence, if it is a place: "Fiji joined". */
    static Set<String> withOpening(String sentence, Set<String> known) {
        String opening = new Lexemes(sentence).text(0);
        if (!COUNTRIES.contains(opening) && !PLACES.contains(opening)) {
            return known;
        }
        Set<String> all = new HashSet<>(known);
        all.add(opening);
        return all;
    }

    /** The same with the word that opens the sentence, if a verb of persons follows: "Lee has called". */
    static Set<String> withOpeningPerson(String sentence, Set<String> known) {
        Lexemes words = new Lexemes(sentence);
        boolean acts = words.isOneOf(1, HAVE) || VerbsOfSaying.contains(words.key(1));
        if (!acts || !words.isCapitalised(0) || Names.isCommon(words.key(0))) {
            return withOpening(sentence, known);
        }
        Set<String> all = new HashSet<>(known);
        all.add(words.text(0));
        return all;
    }

    boolean isPlace() {
        return this == PLACE || this == COUNTRY;
    }

    private static Set<String> countries() {
        Set<String> countries = new HashSet<>(Set.of("America", "Britain", "US", "U.S.", "USA", "UK", "U.K.", "UAE"));
        for (String code : Locale.getISOCountries()) {
            countries.add(Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
        }
        countries.addAll(Set.of("Czech Republic", "Burma", "Taiwan", "Turkey", "Holy See", "Ivory Coast", "Palestine"));
        return countries;
    }

    private static Set<String> places() {
        Set<String> places = new HashSet<>();
        for (String zone : ZoneId.getAvailableZoneIds()) {
            if (zone.contains("/") && !zone.startsWith("Etc") && !zone.startsWith("System")) {
                places.add(zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' '));
            }
        }
        for (String place : WordList.read(NameKind.class, "places.txt")) {
            places.add(place.replace('_', ' '));
        }
        return places;
    }
}
