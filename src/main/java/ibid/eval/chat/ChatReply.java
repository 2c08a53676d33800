package ibid.eval.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reply says and what it points to, whatever the form: the content, its sources in the server's own order, and
 * every place in the content that points to one of them.
 *
 * @param refusal  why there is no answer, where the server says it in a field of its own
 * @param pointers in no order; a source may not exist
 */
record ChatReply(String content, String refusal, List<CitedSource> sources, List<Pointer> pointers) {

    /** Where the content is, and what stands beside it: OpenAI, Cohere, Anthropic, Onyx and Dify, Ollama. */
    private static final List<Object[]> CONTENTS = List.of(
            new Object[] {"choices", 0, "message", "content"},
            new Object[] {"choices", 0, "text"},
            new Object[] {"message", "content"},
            new Object[] {"content"},
            new Object[] {"answer"},
            new Object[] {"response"});

    static ChatReply of(ForeignJson reply) {
        return new Reader(reply).read();
    }

    /** Reads one reply. For one use. */
    private static final class Reader {

        private final ForeignJson reply;
        private final StringBuilder content = new StringBuilder();
        private final List<CitedSource> sources;
        private final List<Pointer> pointers = new ArrayList<>();

        Reader(ForeignJson reply) {
            this.reply = reply;
            this.sources = new ArrayList<>(SourceList.of(reply));
        }

        ChatReply read() {
            for (Object[] place : CONTENTS) {
                if (content.isEmpty()) {
                    add(reply.at(place));
                }
            }
            reply.at("output").items().forEach(item -> add(item.at("content"))); // OpenAI's responses
            int[] codePoints = content.codePoints().toArray();
            List<Pointer> marks = new MarkReader(codePoints, this::placeOf).read();
            ForeignJson message = reply.at("choices", 0, "message");
            for (ForeignJson beside : List.of(message, reply.at("message"), reply)) {
                point(beside.at("annotations").items(), 0);
                point(spans(beside.at("citations").items()), 0);
            }
            pointers.addAll(marks);
            return new ChatReply(
                    content.toString(), message.at("refusal").text().strip(), List.copyOf(sources), pointers);
        }

        /** A text, or blocks of which each may have citations of its own. */
        private void add(ForeignJson text) {
            content.append(text.text());
            for (ForeignJson block : text.items()) {
                int start = content.codePointCount(0, content.length());
                content.append(block.at("text").text());
                int end = content.codePointCount(0, content.length());
                for (ForeignJson citation : block.at("citations").items()) {
                    pointers.add(new Pointer(start, end, known(CitedSource.of(citation)), false));
                }
                point(block.at("annotations").items(), start);
            }
        }

        private static List<ForeignJson> spans(List<ForeignJson> citations) {
            return citations.stream()
                    .filter(citation -> citation.at("start").number().isPresent())
                    .toList();
        }

        /** Annotations of places in the content; those that name no place say only that the source was used. */
        private void point(List<ForeignJson> annotations, int base) {
            for (ForeignJson annotation : annotations) {
                int start = index(annotation, "start_index", "start"), end = index(annotation, "end_index", "end");
                List<ForeignJson> named = annotation.at("sources").items();
                for (ForeignJson one : named.isEmpty() ? List.of(annotation) : named) {
                    int source = known(CitedSource.of(one));
                    if (source >= 0 && end > start) {
                        pointers.add(pointer(base + start, base + end, source));
                    }
                }
            }
        }

        private static int index(ForeignJson annotation, String... names) {
            for (String name : names) {
                for (ForeignJson holder : List.of(annotation, annotation.at("url_citation"))) {
                    if (holder.at(name).number().isPresent()) {
                        return holder.at(name).number().getAsInt();
                    }
                }
            }
            return 0;
        }

        /** A place that begins with a bracket is a mark or link; any other is the claim itself. */
        private Pointer pointer(int start, int end, int source) {
            int[] all = content.codePoints().toArray();
            int last = Math.min(end, all.length);
            boolean isMark = start >= 0 && start < last && "[(【".indexOf(all[start]) >= 0;
            return new Pointer(Math.max(0, start), last, source, isMark);
        }

        private int placeOf(String url) {
            CitedSource wanted = new CitedSource("", "", url, "", "");
            for (int at = 0; at < sources.size(); at++) {
                if (sources.get(at).isSame(wanted)) {
                    return at;
                }
            }
            return -1;
        }

        /** The place of a source in the list, to which it is added if it is new; negative if nothing is known of it. */
        private int known(CitedSource source) {
            if (source.isEmpty()) {
                return -1;
            }
            for (int at = 0; at < sources.size(); at++) {
                if (sources.get(at).isSame(source)) {
                    sources.set(at, sources.get(at).completedBy(source));
                    return at;
                }
            }
            sources.add(source);
            return sources.size() - 1;
        }
    }
}
