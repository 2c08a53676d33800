package ibid.answer;

import ibid.corpus.Names;
import ibid.retrieve.QueryTerm;
import ibid.retrieve.Ranking;
import ibid.retrieve.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a question asks for.
 *
 * @param terms the query's terms that carry meaning, with their weights
 * @param names the names in it, each as its index terms
 */
record Question(String text, Wanted wanted, List<QueryTerm> terms, List<Named> names) {

    /** Words that shape a question without saying what it is about. */
    private static final Set<String> GENERIC = Set.copyOf(List.of(("what who whom whose which when where why how did do does done doing has have had having is was were be been can could will would shall should may might must "
            + "many much long far large big say says said tell told article articles know knew happen happened happens give gave mean means meant think thinks thought about describe explain according become became "
            + "there here any some so its it he she they them his her their this that these those first last after before during between from into over under than more most also still yet").split(" ")));

    /** A name of the question and the terms it is made of. */
    record Named(String text, List<String> terms) {}

    static Question of(String text, Ranking ranking) {
        List<QueryTerm> telling = ranking.terms().stream().filter(term -> !GENERIC.contains(term.word().toLowerCase(Locale.ROOT))).toList();
        List<Named> names = Names.in(text).stream().map(name -> new Named(name.text(), Terms.of(name.text()))).filter(name -> !name.terms().isEmpty()).toList();
        return new Question(text, Wanted.of(text), telling.isEmpty() ? ranking.terms() : telling, names);
    }

    double weight() {
        return terms.stream().mapToDouble(QueryTerm::idf).sum();
    }

    boolean asks(String term) {
        return terms.stream().anyMatch(asked -> asked.term().equals(term));
    }
}
