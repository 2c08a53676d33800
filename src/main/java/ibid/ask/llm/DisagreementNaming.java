package ibid.ask.llm;

import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.model.Completion.Usage;
import ibid.model.Llm;
import ibid.model.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has a language model say what articles disagree about; its words are taken only if they are the articles' and the question's. One use each. */
final class DisagreementNaming {

    private final Llm llm;
    private final Prompt prompt;
    private Usage usage = Usage.NONE;

    DisagreementNaming(Llm llm, Prompt prompt) {
        this.llm = llm;
        this.prompt = prompt;
    }

    Usage usage() {
        return usage;
    }

    List<Draft.Clash> named(List<Draft.Clash> clashes, String question) {
        List<Draft.Clash> named = new ArrayList<>();
        for (Draft.Clash clash : clashes) {
            List<String> quotes =
                    clash.citations().stream().map(DisagreementNaming::quote).toList();
            ShortCompletion line = ShortCompletion.of(
                    llm,
                    prompt.fill(Map.of(
                            "question",
                            question,
                            "quotes",
                            quotes.stream().map(one -> one.replace("<", "‹")).collect(Collectors.joining("\n")))));
            usage = usage.plus(line.usage());
            named.add(
                    line.usesOnly(Stream.concat(Stream.of(question), quotes.stream())
                                    .toList())
                            ? new Draft.Clash(line.text().replaceAll("[.\\s]+$", ""), clash.citations())
                            : clash);
        }
        return named;
    }

    private static String quote(Citation citation) {
        return citation.hit().article().imprint().voice() + ": “"
                + citation.words().replaceAll("\\s+", " ") + "”";
    }
}
