package ibid.search.rewrite;

import ibid.language.Names;
import ibid.language.VerbForms;
import ibid.search.grammar.Country;
import ibid.search.grammar.NounPhrase;
import ibid.search.grammar.NounPhrases;
import java.util.List;
import java.util.regex.MatchResult;

/** Decides whether a question depends on the ones before it: by its pronouns, its articles and omitted parts. */
final class ContextDependence {

    private static final int MIN_WORDS = 5; // of noun phrases in a stand-alone question

    private ContextDependence() {}

    /** Whether it contains a pronoun that refers to something named before, unlike "is there" and "said that". */
    static boolean byPronoun(String question) {
        return Cue.PRONOUN.isIn(masked(question));
    }

    /** The pronouns that a noun may replace, in order. */
    static List<MatchResult> replaceablePronouns(String question) {
        return Cue.REPLACEABLE_PRONOUN.all(masked(question));
    }

    /**
     * The question with words masked that only seem to refer back: small talk, expletives, and pronouns for a name in
     * the same question. The length is unchanged.
     */
    private static String masked(String question) {
        String masked = Cue.SMALL_TALK.maskedIn(question);
        masked = Cue.EXPLETIVE_THERE.maskedIn(masked);
        masked = Cue.EXPLETIVE_IT.maskedIn(masked);
        masked = withoutRelative(Cue.EXPLETIVE_THAT.maskedIn(masked));
        List<Names.Name> names = Names.in(question);
        if (names.isEmpty()) {
            return masked;
        }
        int firstName = names.getFirst().end();
        return masked.substring(0, firstName) + Cue.PRONOUN_WITHIN.maskedIn(masked.substring(firstName));
    }

    /** "The horses that brought it": a verb follows. */
    private static String withoutRelative(String question) {
        String masked = question;
        for (MatchResult that : Cue.RELATIVE_THAT.all(question)) {
            String verb = that.group("verb");
            boolean isFinite = VerbForms.of(verb)
                    .filter(forms -> forms.isPast(verb) || forms.thirdPerson().equals(verb))
                    .isPresent();
            if (isFinite) {
                masked = masked.substring(0, that.start("that")) + "####" + masked.substring(that.end("that"));
            }
        }
        return masked;
    }

    /** Whether it omits its subject: "What are the symptoms?", "How did Beijing respond?". */
    static boolean leavesUnsaid(String question) {
        if (Cue.OTHERS.isIn(question)) {
            return true;
        }
        List<Names.Name> names = Names.in(question).stream()
                .filter(name -> Country.ofAdjective(name.text()).isEmpty())
                .toList();
        if (!names.isEmpty()) {
            return Cue.STANCE.isIn(question) || isOfAPlace(question, names);
        }
        List<NounPhrase> phrases = NounPhrases.in(question);
        boolean asksMeaning = Cue.ASKS_MEANING.isIn(question) && phrases.size() == 1;
        return !asksMeaning && words(phrases) < MIN_WORDS;
    }

    private static int words(List<NounPhrase> phrases) {
        return phrases.stream().mapToInt(phrase -> phrase.words().size()).sum();
    }

    /** "What are the costs in Utah?": the only name is a place, and something is definite. */
    private static boolean isOfAPlace(String question, List<Names.Name> names) {
        if (names.size() != 1 || !Cue.DEFINITE.isIn(question)) {
            return false;
        }
        return Cue.AFTER_PLACE.isIn(question.substring(0, names.getFirst().start()));
    }
}
