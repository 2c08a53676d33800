package ibid.answer.stance;

import ibid.answer.CuePhrases;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.language.Names;
import ibid.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Selects the sentences that take the side a question asks for. */
public final class Opinions {

    private static final double MIN_TERM_SHARE = 0.6; // of the matter's terms, in the sentence or its context
    private static final double MIN_OWN_TERM_SHARE = 0.3; // of them in the sentence itself, where who is asked
    private static final CuePhrases ANAPHORS = new CuePhrases(List.of(
            "the/this/that/such/his/her/their idea/plan/proposal/scheme/project", "it", "said/says/say no/yes"));
    private static final CuePhrases NO_HOLDERS = new CuePhrases(List.of(
            "^ none/this/that/these/those/some/many/most/nothing/there/so/what/such",
            "^ the man/woman/one",
            "^ a/an",
            "likelihood/possibility/chance/prospect/risk/idea/lack of"));
    private static final double EXPLICIT_BONUS = 0.15; // relevance that an opinion in its own words is worth
    private static final int MAX_SENTENCES_BACK = 4;
    private static final int MAX_OPINIONS = 6;
    private static final int MAX_OF_HOLDER = 1; // where the question asks who
    private static final int MAX_ARGUMENTS_OF_HOLDER = 3;

    private final StanceQuestion asked;
    private final Map<String, Integer> byHolder = new HashMap<>();

    private Opinions(StanceQuestion asked) {
        this.asked = asked;
    }

    /**
     * At most six, few of any one holder, those that take the side in their own words first.
     *
     * @param ranked by how much they belong to the matter, best first
     */
    public static List<Opinion> select(StanceQuestion asked, List<ScoredCandidate> ranked) {
        Opinions opinions = new Opinions(asked);
        List<Opinion> found = new ArrayList<>();
        ranked.forEach(candidate -> opinions.read(candidate).ifPresent(found::add));
        found.sort(Comparator.comparingDouble(Opinions::weight).reversed());
        List<Opinion> chosen = new ArrayList<>();
        for (Opinion opinion : found) {
            if (chosen.size() < MAX_OPINIONS && opinions.isNew(opinion)) {
                chosen.add(opinion);
            }
        }
        return chosen;
    }

    private static double weight(Opinion opinion) {
        double bonus = opinion.stance().isExplicit() ? EXPLICIT_BONUS : 0;
        return opinion.candidate().score() + bonus;
    }

    private Optional<Opinion> read(ScoredCandidate candidate) {
        if (!isOfMatter(candidate.candidate())) {
            return Optional.empty();
        }
        SentenceStance stance = SentenceStance.of(candidate.text(), candidate.imprint());
        String holder = named(stance.holder(), candidate.candidate());
        boolean isHeld = !asked.asksWho() || stance.isExplicit() && !holder.isEmpty();
        boolean isAsked = stance.side() == asked.side() && isHeld;
        SentenceStance named = new SentenceStance(stance.side(), holder, stance.isExplicit());
        return isAsked ? Optional.of(new Opinion(named, candidate)) : Optional.empty();
    }

    private boolean isOfMatter(Candidate sentence) {
        boolean saysLittle =
                sentence.feature(SentenceFeature.IS_QUESTION) + sentence.feature(SentenceFeature.IS_STUB) > 0;
        boolean isOfMatter = sentence.feature(SentenceFeature.CONTEXT_NAME_SHARE) == 1
                && sentence.feature(SentenceFeature.CONTEXT_TERM_SHARE) >= MIN_TERM_SHARE;
        return !saysLittle && isOfMatter && (!asked.asksWho() || namesMatter(sentence));
    }

    /** Whether the sentence itself is about the matter, by its words or by "the idea", "it", "no". */
    private static boolean namesMatter(Candidate sentence) {
        boolean hasName = sentence.feature(SentenceFeature.NAME_SHARE) == 1;
        return hasName && sentence.feature(SentenceFeature.TERM_SHARE) >= MIN_OWN_TERM_SHARE
                || ANAPHORS.isIn(sentence.text());
    }

    /** The holder, for a pronoun the last person named before; empty where that is nobody. */
    private static String named(String holder, Candidate sentence) {
        if (!new Speaker(holder).isPronoun()) {
            return NO_HOLDERS.isIn(holder) ? "" : holder;
        }
        return lastPersonBefore(sentence);
    }

    /** The person named last before a sentence in its passage, or empty. */
    static String lastPersonBefore(Candidate sentence) {
        String article = sentence.hit().article().text().value();
        for (int back = 1; back <= MAX_SENTENCES_BACK; back++) {
            List<Names.Name> names = Names.in(textBefore(sentence, back).orElse(""), article);
            for (Names.Name name : names.reversed()) {
                if (Names.isPerson(name.text(), article)) {
                    return name.text();
                }
            }
        }
        return "";
    }

    static Optional<String> textBefore(Candidate sentence) {
        return textBefore(sentence, 1);
    }

    /** The sentence so many before it in its passage. */
    static Optional<String> textBefore(Candidate sentence, int back) {
        if (sentence.ordinal() < back) {
            return Optional.empty();
        }
        Span before = sentence.hit().passage().sentences().get(sentence.ordinal() - back);
        return Optional.of(sentence.hit().article().text().slice(before));
    }

    private boolean isNew(Opinion opinion) {
        String holder = opinion.stance().holder();
        String name = holder.contains(" (") ? holder.substring(0, holder.indexOf(" (")) : holder;
        String surname = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        int count = byHolder.merge(surname, 1, Integer::sum);
        return count <= (asked.asksWho() ? MAX_OF_HOLDER : MAX_ARGUMENTS_OF_HOLDER);
    }
}
