package ibid.ask.llm;

import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.model.Completion;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.rewrite.SentenceEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Has a language model say what articles disagree about; its words are used only if they are the articles' and the
 * question's. One answer each.
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

    List<Draft.Clash> named(List<Draft.Clash> clashes, String question) {
        List<Draft.Clash> named = new ArrayList<>();
        for (Draft.Clash clash : clashes) {
            named.add(named(clash, question));
        }
        return named;
    }

    private Draft.Clash named(Draft.Clash clash, String question) {
        List<String> quotes =
                clash.citations().stream().map(DisagreementNamer::quote).toList();
        String shown = String.join("\n", quotes).replace("<", "‹");
        ShortCompletion reply = ShortCompletion.of(llm, prompt.fill(Map.of("question", question, "quotes", shown)));
        usage = usage.plus(reply.usage());
        List<String> known = new ArrayList<>(List.of(question));
        known.addAll(quotes);
        return reply.usesOnly(known)
                ? new Draft.Clash(SentenceEnd.removedFrom(reply.text()), clash.citations())
                : clash;
    }

    private static String quote(Citation citation) {
        String words = String.join(" ", citation.words().split("\\s+"));
        return citation.hit().article().imprint().voice() + ": “" + words + "”";
    }
}
