package ibid.eval.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the numbered list of sources in a reply: number n in the text is the n-th of it. Servers put it in different
 * places and some give two, addresses in one and words in the other; those of equal length are joined.
 */
final class SourceList {

    /** Where lists are, and whose: the first that is there counts. */
    private static final List<Object[]> PLACES = List.of(
            new Object[] {"search_results"}, // Perplexity, and Ibid
            new Object[] {"choices", 0, "message", "search_results"},
            new Object[] {"choices", 0, "message", "context", "citations"}, // Azure OpenAI on your data
            new Object[] {"choices", 0, "message", "reference", "chunks"}, // RAGFlow
            new Object[] {"choices", 0, "message", "reference"},
            new Object[] {"reference", "chunks"},
            new Object[] {"metadata", "retriever_resources"}, // Dify
            new Object[] {"sources"}, // Open WebUI, AnythingLLM
            new Object[] {"choices", 0, "message", "sources"},
            new Object[] {"documents"},
            new Object[] {"source_documents"}, // LangChain's chains
            new Object[] {"choices", 0, "message", "documents"},
            new Object[] {"choices", 0, "message", "citations"}, // LiteLLM
            new Object[] {"choices", 0, "citations"});

    private SourceList() {}

    static List<CitedSource> of(ForeignJson reply) {
        List<CitedSource> numbered = byNumber(reply);
        if (!numbered.isEmpty()) {
            return numbered;
        }
        List<CitedSource> addresses = read(reply.at("citations"));
        List<CitedSource> listed = PLACES.stream()
                .map(place -> read(reply.at(place)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        return listed.size() < addresses.size() ? joined(addresses, listed) : joined(listed, addresses);
    }

    /** Place by place where both have as many, else by address: Perplexity's two lists may differ in length. */
    private static List<CitedSource> joined(List<CitedSource> longer, List<CitedSource> shorter) {
        List<CitedSource> joined = new ArrayList<>();
        for (int at = 0; at < longer.size(); at++) {
            CitedSource source = longer.get(at);
            if (longer.size() == shorter.size()) {
                joined.add(source.completedBy(shorter.get(at)));
            } else {
                joined.add(shorter.stream()
                        .filter(source::isSame)
                        .findFirst()
                        .map(source::completedBy)
                        .orElse(source));
            }
        }
        return joined;
    }

    private static List<CitedSource> read(ForeignJson list) {
        List<CitedSource> sources = new ArrayList<>();
        for (ForeignJson item : list.items()) {
            boolean isSpan = item.at("start").number().isPresent(); // Cohere's, which ClaimSpans reads
            if (isSpan) {
                continue;
            }
            if (item.at("document").items().isEmpty()) {
                sources.add(CitedSource.of(item));
            } else {
                sources.addAll(chunks(item));
            }
        }
        return sources;
    }

    /** Open WebUI's item holds several chunks; those of one file have one number. */
    private static List<CitedSource> chunks(ForeignJson item) {
        List<ForeignJson> texts = item.at("document").items();
        Map<String, CitedSource> files = new LinkedHashMap<>();
        CitedSource whole = CitedSource.of(item.at("source"));
        for (int at = 0; at < texts.size(); at++) {
            CitedSource meta = CitedSource.of(item.at("metadata", at));
            String file = item.at("metadata", at).firstText(List.of("source", "file_id", "name"));
            String words = texts.get(at).text();
            CitedSource chunk = new CitedSource("", meta.title(), meta.url(), words, meta.date()).completedBy(whole);
            files.merge(file, chunk, SourceList::together);
        }
        return List.copyOf(files.values());
    }

    private static CitedSource together(CitedSource one, CitedSource more) {
        return new CitedSource(one.id(), one.title(), one.url(), one.words() + "\n" + more.words(), one.date());
    }

    /** Onyx: documents in one list, and in another which number means which of them. */
    private static List<CitedSource> byNumber(ForeignJson reply) {
        List<CitedSource> documents = new ArrayList<>();
        for (String name : List.of("top_documents", "documents")) {
            reply.at(name).items().forEach(item -> documents.add(CitedSource.of(item)));
        }
        Map<Integer, String> ids = new LinkedHashMap<>();
        for (ForeignJson citation : reply.at("citation_info").items()) {
            citation.at("citation_number")
                    .number()
                    .ifPresent(
                            number -> ids.put(number, citation.at("document_id").text()));
        }
        for (String number : reply.at("citations").names()) {
            if (number.chars().allMatch(Character::isDigit) && number.length() < MarkReader.MAX_DIGITS) {
                ids.put(Integer.parseInt(number), reply.at("citations", number).text());
            }
        }
        int last = ids.keySet().stream().mapToInt(number -> number).max().orElse(0);
        List<CitedSource> sources = new ArrayList<>();
        for (int number = 1; number <= Math.min(last, MarkReader.MAX_NUMBER); number++) {
            String id = ids.getOrDefault(number, "");
            sources.add(documents.stream()
                    .filter(document -> !id.isEmpty() && document.id().equals(id))
                    .findFirst()
                    .orElse(new CitedSource(id, id, "", "", "")));
        }
        return sources;
    }
}
