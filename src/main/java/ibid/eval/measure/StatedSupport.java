package ibid.eval.measure;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.eval.client.AnswerView;
import ibid.eval.client.OriginalArticle;
import ibid.eval.judge.CitedSentence;
import ibid.eval.judge.Judge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether the support that an answer states is what checking gives: of the article's own sentences it is full, of other words what the server's check says of
 * them beside the same quote.
 */
public final class StatedSupport {

    private final Function<String, Optional<OriginalArticle>> originals;
    private final Judge checks;

    /** @param checks what the server says of claims */
    public StatedSupport(Function<String, Optional<OriginalArticle>> originals, Judge checks) {
        this.originals = originals;
        this.checks = checks;
    }

    /** Each false statement in words. */
    public List<String> breaches(JsonNode answer) {
        List<String> breaches = new ArrayList<>();
        List<CitedSentence> cited = CitedSentence.of(answer, originals);
        Set<Integer> told = new HashSet<>();
        for (int at = 0; at < cited.size(); at++) {
            JsonNode sentence = answer.path("sentences").path(at);
            Set<String> any = new LinkedHashSet<>();
            for (AnswerView.Quoted footnote : new AnswerView(answer).of(sentence)) {
                Set<String> right = right(cited.get(at), footnote);
                any.addAll(right);
                if (told.add(footnote.number()) && !right.contains(footnote.support()))
                    breaches.add(wrong(
                            "footnote " + footnote.number(),
                            footnote.support(),
                            right)); // a footnote tells of the sentence it first stands under
            }
            String whole = sentence.path("support").asText();
            if (!any.isEmpty() && !(any.contains("full") ? whole.equals("full") : any.contains(whole)))
                breaches.add(wrong("“" + sentence.path("text").asText() + "”", whole, any));
        }
        return breaches;
    }

    private static String wrong(String what, String stated, Set<String> right) {
        return what + " states the support " + stated + " where checking gives " + String.join(" or ", right);
    }

    private Set<String> right(CitedSentence cited, AnswerView.Quoted footnote) {
        if (!cited.unfounded().isEmpty()) return Set.of("partial", "none");
        if (own(cited.sentence(), footnote.exact())) return Set.of("full");
        Set<String> right = new LinkedHashSet<>();
        // the writer's check knows how the article is named and the API's does not, so it is asked with the names and
        // without
        for (List<String> evidence : List.of(List.of(footnote.exact()), List.of(footnote.imprint(), footnote.exact())))
            right.add(checks.judge(cited.sentence(), evidence).support().name().toLowerCase(Locale.ROOT));
        return right;
    }

    /** Whole sentences of the quote. */
    private static boolean own(String sentence, String quote) {
        int at = quote.indexOf(sentence);
        return at >= 0
                && !sentence.isBlank()
                && quote.substring(0, at).stripTrailing().matches("(?s)|.*[.!?…:;\"”’»)\\]]")
                && (quote.substring(at + sentence.length()).isBlank()
                        || sentence.strip().matches("(?s).*[.!?…\"”’»)\\]]"));
    }
}
