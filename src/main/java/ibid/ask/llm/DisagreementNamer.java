package ibid.ask.llm;

import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.model.Completion;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.grammar.SentenceEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Asks a language model what articles disagree about. Its reply is used only if all its words are from the articles and
 * the question. One instance per answer.
 */
final class DisagreementNamer {

    private final Llm llm;
    private final Prompt prompt;
    private Completion.Usage usage = Completion.Usage.NONE;

    DisagreementNamer(Llm llm, Prompt prompt) {
        this.llm = llm;
        this.prompt = prompt;
    }

    Completion.Usage usage() {
        return usage;
    }

    List<Draft.Clash> name(List<Draft.Clash> clashes, String question) {
        List<Draft.Clash> named = new ArrayList<>();
        for (Draft.Clash clash : clashes) {
            named.add(name(clash, question));
        }
        return named;
    }

    private Draft.Clash name(Draft.Clash clash, String question) {
        List<String> known = new ArrayList<>(List.of(question));
        StringJoiner quotes = new StringJoiner("\n");
        for (Citation citation : clash.citations()) {
            String quote = quote(citation);
            known.add(quote);
            quotes.add(quote.replace("<", "‹"));
        }
        Map<String, String> inputs = Map.of("question", question, "quotes", quotes.toString());
        ShortCompletion reply = ShortCompletion.of(llm, prompt.fill(inputs));
        usage = usage.plus(reply.usage());
        if (!reply.usesOnly(known)) {
            return clash;
        }
        return new Draft.Clash(SentenceEnd.removedFrom(reply.text()), clash.sides());
    }

    private static String quote(Citation citation) {
        String words = String.join(" ", citation.words().split("\\s+"));
        return citation.hit().article().imprint().voice() + ": “" + words + "”";
    }
}
