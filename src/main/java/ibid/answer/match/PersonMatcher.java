package ibid.answer.match;

import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AskedAgent;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.OfficeNouns;
import ibid.language.VerbForms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in a sentence the people that a question asks for. A match is exact where the name is tied to the question's
 * verb or office as asked; names that cannot be a person's match only so, as "Argentina won".
 */
final class PersonMatcher {

    private static final Set<AskedAgent.Relation> ACTING =
            Set.of(AskedAgent.Relation.AGENT, AskedAgent.Relation.HOLDER);

    private final AskedAgent asked;
    private final PersonTie tie;

    PersonMatcher(AskedAgent asked) {
        this.asked = asked;
        this.tie = new PersonTie(asked);
    }

    List<AnswerMatch> findIn(String sentence, Set<String> knownNames) {
        List<Names.Name> names = Names.in(sentence, withOpening(sentence, knownNames));
        List<Names.Name> members = new ArrayList<>();
        List<Boolean> exact = new ArrayList<>();
        for (Names.Name name : names) {
            NameKind kind = NameKind.of(name, sentence, knownNames);
            boolean isTied = mayBeTied(name, kind, sentence) && tie.isTold(name, names, sentence);
            if (isTied || isPossible(kind) && !isWhereOffice(name, kind, sentence)) {
                members.add(name);
                exact.add(isTied
                        && (asked.relation() == AskedAgent.Relation.AGENT
                                || kind == NameKind.PERSON
                                || kind == NameKind.UNKNOWN));
            }
        }
        NameExtent extents = new NameExtent(sentence, members);
        List<AnswerMatch> matches = new ArrayList<>();
        for (int at = 0; at < members.size(); at++) {
            Names.Name name = members.get(at);
            matches.add(new AnswerMatch(name.text(), name.start(), exact.get(at), extents.person(at)));
        }
        return matches;
    }

    /** Countries win and lead, but do not command; "a Fijian scholar" is no name. */
    private boolean mayBeTied(Names.Name name, NameKind kind, String sentence) {
        boolean mayBePerson = kind == NameKind.PERSON || kind == NameKind.UNKNOWN;
        boolean mayDoIt = mayBePerson || asked.relation() != AskedAgent.Relation.HOLDER;
        return mayDoIt && !(kind == NameKind.PEOPLE && isAttribute(name, sentence));
    }

    private boolean isAttribute(Names.Name name, String sentence) {
        Lexemes behind = new Lexemes(sentence.substring(name.end()));
        return behind.isWord(0)
                && !behind.isCapitalised(0)
                && !asked.isTold(behind.key(0))
                && VerbForms.of(behind.key(0)).isEmpty();
    }

    /** "a governor of Tottori", "the mayor in Altstadt" */
    private static boolean isWhereOffice(Names.Name name, NameKind kind, String sentence) {
        Lexemes before = new Lexemes(sentence.substring(0, name.start()));
        int last = before.size() - 1;
        return kind == NameKind.UNKNOWN
                && before.isOneOf(last, PersonTie.OF_PLACE)
                && OfficeNouns.contains(before.key(last - 1));
    }

    /** "Who is in it?" may ask for countries or companies. */
    private boolean isPossible(NameKind kind) {
        if (asked.relation() == AskedAgent.Relation.HOLDER) {
            return false; // whom a sentence names beside the office does not hold it
        }
        boolean mayBeMember =
                asked.relation() == AskedAgent.Relation.NONE && (kind == NameKind.COUNTRY || kind == NameKind.BODY);
        return kind == NameKind.PERSON || kind == NameKind.UNKNOWN || mayBeMember;
    }

    /** The same with the word that opens the sentence, where the verb asked about follows: "Thunderbolt won". */
    private Set<String> withOpening(String sentence, Set<String> knownNames) {
        Lexemes words = new Lexemes(sentence);
        boolean acts = ACTING.contains(asked.relation()) && asked.isTold(words.key(1));
        if (acts && words.isCapitalised(0) && !Names.isCommon(words.key(0))) {
            Set<String> known = new HashSet<>(knownNames);
            known.add(words.text(0));
            return known;
        }
        return NameKind.withOpeningPerson(sentence, knownNames);
    }
}
