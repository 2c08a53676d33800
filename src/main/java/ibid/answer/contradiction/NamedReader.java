package ibid.answer.contradiction;

import ibid.answer.rank.ScoredCandidate;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.VerbsOfSaying;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads who did the act that a question asks about, and where it was done. */
final class NamedReader {

    private static final Set<String> PREPOSITIONS = Set.of("in", "at", "near", "off", "on");
    private static final Set<String> COUNTRIES = countries();
    private static final int MAX_WORDS_BEFORE_ACT = 3; // "Paul Grieve, who also wrote"

    private final String text;
    private final String article;
    private final ActTerms acts;
    private final List<Names.Name> names;

    private NamedReader(ScoredCandidate candidate, ActTerms acts) {
        this.text = candidate.text();
        this.article = candidate.hit().article().text().value();
        this.acts = acts;
        this.names = Names.in(text, article).stream()
                .filter(name -> IndexTerms.of(name.text()).stream().noneMatch(acts::isAsked))
                .toList();
    }

    private static Set<String> countries() {
        return Set.of(Locale.getISOCountries()).stream()
                .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The people directly before the verb asked for, or behind it after "by". */
    static Optional<AssertedValue.Named> agents(ScoredCandidate candidate, ActTerms acts) {
        return new NamedReader(candidate, acts).agents();
    }

    /** The one place behind a preposition in the clause of the act. */
    static Optional<AssertedValue.Named> place(ScoredCandidate candidate, ActTerms acts) {
        return new NamedReader(candidate, acts).place();
    }

    private Optional<AssertedValue.Named> agents() {
        Lexemes words = new Lexemes(text);
        for (int at = 0; at < words.size(); at++) {
            if (!isAct(words.text(at))) {
                continue;
            }
            boolean isPassive = text.substring(words.end(at)).stripLeading().startsWith("by ");
            List<Names.Name> found = isPassive ? behind(words.end(at)) : before(words, at);
            if (!found.isEmpty()) {
                return Optional.of(named(found, "people"));
            }
        }
        return Optional.empty();
    }

    private boolean isAct(String word) {
        List<String> asked = acts.plainTerms();
        return IndexTerms.of(word).stream()
                .anyMatch(term -> asked.stream().anyMatch(one -> ActTerms.has(Set.of(term), one)));
    }

    /** The people of the clause behind the "by". */
    private List<Names.Name> behind(int place) {
        int end = Clause.at(text, place + 1).end();
        return names.stream()
                .filter(name -> name.start() >= place && name.start() < end && !Names.isBody(name.text()))
                .toList();
    }

    /** The names that end near the verb, and those joined to them. */
    private List<Names.Name> before(Lexemes words, int act) {
        List<Names.Name> found = new ArrayList<>();
        int next = words.start(act);
        for (Names.Name name : names.reversed()) {
            if (name.end() > next || Names.isBody(name.text())) {
                continue;
            }
            if (!isJoined(text.substring(name.end(), next), found.isEmpty())) {
                break;
            }
            found.add(name);
            next = name.start();
        }
        return found;
    }

    private static boolean isJoined(String between, boolean isNearest) {
        boolean isApposition =
                between.startsWith(",") && between.stripTrailing().endsWith(",");
        if (isNearest && isApposition) {
            return true; // "Tarrant, a clerk at the ministry, leaked"
        }
        Lexemes words = new Lexemes(between);
        int count = 0;
        for (int at = 0; at < words.size(); at++) {
            if (VerbsOfSaying.contains(words.key(at))) {
                return false;
            }
            count += words.isWord(at) ? 1 : 0;
        }
        return isNearest ? count <= MAX_WORDS_BEFORE_ACT : count <= 1;
    }

    private static AssertedValue.Named named(List<Names.Name> names, String kind, String article) {
        Set<String> keys = new HashSet<>();
        for (Names.Name name : names) {
            List<String> terms = IndexTerms.of(name.text());
            keys.add(terms.isEmpty() ? name.text() : terms.getLast());
        }
        return new AssertedValue.Named(names.getFirst().text(), keys, kind, article);
    }

    private AssertedValue.Named named(List<Names.Name> names, String kind) {
        return named(names, kind, article);
    }

    private Optional<AssertedValue.Named> place() {
        List<Names.Name> places = new ArrayList<>();
        String kind = "";
        for (Names.Name name : names) {
            Clause clause = Clause.at(text, name.start());
            String preposition = lastWord(text.substring(clause.start(), name.start()));
            if (PREPOSITIONS.contains(preposition) && acts.isActIn(IndexTerms.of(clause.in(text)))) {
                places.add(name);
                kind = preposition + (COUNTRIES.contains(name.text()) ? " a country" : "");
            }
        }
        return places.size() == 1 ? Optional.of(named(places, kind)) : Optional.empty();
    }

    private static String lastWord(String text) {
        String trimmed = text.strip();
        return trimmed.substring(trimmed.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
