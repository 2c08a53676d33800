package ibid.answer.match;

import ibid.answer.question.AskedEvent;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.VerbForms;
import ibid.language.WordList;
import ibid.search.IndexTerms;
import ibid.search.grammar.Country;
import ibid.search.grammar.Metonyms;
import ibid.search.grammar.QuestionClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a date or a place is that of the event a question asks for: its clause tells the event, and of nobody else.
 * In "since Malta joined in 2004, Spain has left" 2004 is not when Spain joined, nor when Malta left. Immutable.
 */
final class EventTie {

    private static final Set<String> CLAUSE_MARKS = Set.of(",", ";", ":", "(", ")", "—", "–");
    private static final Set<String> CLAUSE_WORDS = WordList.read(EventTie.class, "clause-openings.txt");
    private static final Set<String> RELATIVES = Set.of("who", "which", "whose", "where");
    private static final Set<String> MAY_PRECEDE_DATE = Set.of("after", "before", "since", "until", "as");
    private static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "this", "that", "his", "her", "their", "its", "s", "no", "any", "of", "to");
    private static final Set<String> BE_AND_HAVE =
            Set.of("is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could");
    private static final Set<String> PREPOSITIONS =
            Set.of("of", "in", "for", "at", "from", "on", "to", "with", "by", "under", "over", "against", "between");
    private static final Set<String> LATEST = Set.of("last", "latest", "recently");
    private static final Set<String> JOINTS = Set.of("and", ",", "the");
    private static final Set<String> OWNERS = Set.of("his", "her", "their", "its");
    private static final int MAX_WORDS_OF_OWNED = 3; // "Its last military exercise"
    private static final int MAX_WORDS_TO_VERB = 4; // "Spain had already formally joined"
    private static final int MIN_COMMON_CHARS = 4; // "Japan" and "Japanese"

    private final AskedEvent event;
    private final boolean asksForLast;
    private final String subject;
    private final List<String> subjectTerms;

    EventTie(String question) {
        this.event = AskedEvent.ofVerb(question);
        this.asksForLast = asksForLast(new Lexemes(question));
        Optional<QuestionClause> clause = QuestionClause.of(question);
        this.subject = clause.map(QuestionClause::subject).orElse("");
        this.subjectTerms = Names.in(subject).isEmpty() ? List.of() : IndexTerms.of(subject);
    }

    /** "When did it last meet", "when did it meet last?", not "last year" */
    private static boolean asksForLast(Lexemes question) {
        for (int at = 0; at < question.size(); at++) {
            boolean isLast = question.isOneOf(at, LATEST);
            if (isLast && (VerbForms.of(question.key(at + 1)).isPresent() || !question.isWord(at + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Cuts a sentence into clauses, to ask which dates and places in it are tied. */
    Clauses in(String sentence) {
        return new Clauses(sentence);
    }

    /** A sentence cut into clauses. */
    final class Clauses {

        private final Lexemes words;
        private final List<Names.Name> names;
        private final int[] clauseOf;
        private final List<Integer> ofEvent = new ArrayList<>();
        private final List<Integer> ofVerb = new ArrayList<>();

        private Clauses(String sentence) {
            words = new Lexemes(sentence);
            names = Names.in(sentence);
            clauseOf = new int[words.size()];
            int clause = 0;
            for (int at = 0; at < words.size(); at++) {
                clause += opensClause(at) ? 1 : 0;
                clauseOf[at] = clause;
                boolean isVerb = isFiniteVerb(at);
                if (event.isTold(words, at) && !isOfOther(at)) {
                    ofEvent.add(clause);
                }
                if (isVerb) {
                    ofVerb.add(clause);
                }
            }
        }

        /** Whether the date that begins at a char is that of the event. */
        boolean isTied(int start) {
            if (event.isEmpty()) {
                return true;
            }
            int clause = clauseOf[Math.min(words.size() - 1, words.indexAt(start))];
            if (asksForLast && isOfFirst(clause)) {
                return false;
            }
            if (ofEvent.contains(clause) || ofVerb.contains(clause)) {
                return ofEvent.contains(clause);
            }
            return isNext(clause, 1) || isNext(clause, -1); // "In 2004, Malta joined", "Malta joined, in 2004"
        }

        /** Whether the next clause with a verb, that way, tells the event. */
        private boolean isNext(int clause, int step) {
            int last = clauseOf[clauseOf.length - 1];
            int next = clause + step;
            while (next > 0 && next < last && !ofEvent.contains(next) && (isRelative(next) || !ofVerb.contains(next))) {
                next += step;
            }
            return ofEvent.contains(next);
        }

        /** "It first met in 1950" */
        private boolean isOfFirst(int clause) {
            for (int at = 0; at < words.size(); at++) {
                if (clauseOf[at] == clause && words.is(at, "first")) {
                    return true;
                }
            }
            return false;
        }

        /** Whether the clause with the words at a char tells of somebody else: "Rao spoke in Oslo, and Ito sailed". */
        boolean isOfOtherSubject(int start) {
            int clause = clauseOf[Math.min(words.size() - 1, words.indexAt(start))];
            for (int at = 0; at < words.size(); at++) {
                if (clauseOf[at] == clause && isFiniteVerb(at) && isOfOther(at)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isRelative(int clause) {
            int at = 0;
            while (at < clauseOf.length && (clauseOf[at] < clause || words.isOneOf(at, CLAUSE_MARKS))) {
                at++;
            }
            return words.isOneOf(at, RELATIVES);
        }

        private boolean opensClause(int at) {
            if (words.isOneOf(at, CLAUSE_MARKS)) {
                return !(words.isNumber(at - 1) && words.isNumber(at + 1)); // "30 June, 1977", "1914–18"
            }
            if (words.is(at, "and") || words.is(at, "but")) {
                return isFiniteVerb(at + 1) || isFiniteVerb(at + 2);
            }
            boolean isBeforeDate = words.isOneOf(at, MAY_PRECEDE_DATE) && isOfDate(at + 1);
            return words.isOneOf(at, CLAUSE_WORDS) && !isBeforeDate;
        }

        private boolean isOfDate(int at) {
            return words.isNumber(at) || words.isCapitalised(at) || words.isOneOf(at, DETERMINERS);
        }

        private boolean isFiniteVerb(int at) {
            String word = words.key(at);
            if (BE_AND_HAVE.contains(word)) {
                return true;
            }
            Optional<VerbForms> forms = VerbForms.of(word);
            boolean isPast = forms.isPresent()
                    && (forms.get().isPast(word) || forms.get().participle().equals(word));
            return isPast && !words.isOneOf(at - 1, DETERMINERS);
        }

        /** Whether somebody does it of whom the question does not speak: the name or phrase before the verb. */
        private boolean isOfOther(int verb) {
            if (subjectTerms.isEmpty()) {
                return false;
            }
            if (isOfSomethingOwned(verb) || isByOther(verb)) {
                return true;
            }
            for (int at = verb - 1; at >= 0 && at >= verb - MAX_WORDS_TO_VERB; at--) {
                if (clauseOf[at] != clauseOf[verb]) {
                    return false;
                }
                Optional<Names.Name> name = nameAt(at);
                if (name.isPresent()) {
                    return !isPartOfPhrase(name.get()) && !isAsked(name.get());
                }
                if (!isBetweenNameAndVerb(at)) {
                    return false;
                }
            }
            return false;
        }

        /** "Its last exercise ended": not the alliance did. A country's government acts for it. */
        private boolean isOfSomethingOwned(int verb) {
            int head = verb - 1;
            while (isOfClause(head, verb) && isBetweenNameAndVerb(head)) {
                head--;
            }
            return hasOwner(head, verb)
                    && !Country.isMeantBy(subject)
                    && !subjectTerms.containsAll(IndexTerms.of(words.text(head)));
        }

        /** "published by the Post" where somebody else is asked for */
        private boolean isByOther(int verb) {
            int agent = words.is(verb + 2, "the") ? verb + 3 : verb + 2;
            return words.is(verb + 1, "by")
                    && agent < words.size()
                    && nameAt(agent).filter(name -> !isAsked(name)).isPresent();
        }

        private boolean hasOwner(int head, int verb) {
            for (int at = head; at >= head - MAX_WORDS_OF_OWNED && isOfClause(at, verb); at--) {
                if (words.isOneOf(at, OWNERS)) {
                    return at < head;
                }
            }
            return false;
        }

        private boolean isOfClause(int at, int verb) {
            return at >= 0 && clauseOf[at] == clauseOf[verb];
        }

        /** "the president of Malta", "in Malta", "between Spain, Italy and Malta" */
        private boolean isPartOfPhrase(Names.Name name) {
            int before = words.indexAt(name.start()) - 1;
            boolean isLastOfList = words.is(before, "and");
            while (isLastOfList && (words.isOneOf(before, JOINTS) || isInName(before))) {
                before--;
            }
            return words.isOneOf(before, PREPOSITIONS)
                    || words.is(before, "the") && words.isOneOf(before - 1, PREPOSITIONS);
        }

        private Optional<Names.Name> nameAt(int at) {
            int offset = words.start(at);
            return names.stream()
                    .filter(one -> one.start() <= offset && offset < one.end())
                    .findFirst();
        }

        private boolean isInName(int at) {
            return at >= 0 && nameAt(at).isPresent();
        }

        private boolean isBetweenNameAndVerb(int at) {
            String word = words.key(at);
            return BE_AND_HAVE.contains(word)
                    || word.endsWith("ly")
                    || Set.of("also", "first", "then", "finally", "already", "been")
                            .contains(word);
        }

        private boolean isAsked(Names.Name name) {
            List<String> told = IndexTerms.of(name.text().replace('-', ' ').replace('–', ' '));
            return told.isEmpty() || told.stream().anyMatch(this::isOfSubject) || isAcronym(name.text());
        }

        /** "IHO" for the "International Hydrographic Organization", and the other way round. */
        private boolean isAcronym(String name) {
            String initials = Names.initials(name);
            boolean isLongForm =
                    initials.length() > 1 && (subject.contains(initials) || Names.isAcronymOf(subject, name));
            return name.equals(Names.initials(subject)) || isLongForm;
        }

        private boolean isOfSubject(String term) {
            return subjectTerms.stream()
                    .anyMatch(asked -> asked.equals(term) || Metonyms.of(asked).contains(term) || isAlike(asked, term));
        }

        private boolean isAlike(String one, String other) {
            int chars = Math.min(one.length(), other.length());
            return chars >= MIN_COMMON_CHARS && one.regionMatches(0, other, 0, Math.max(MIN_COMMON_CHARS, chars - 2));
        }
    }
}
