package ibid.answer.extract;

import ibid.language.Span;
import ibid.model.PassageReader;
import ibid.search.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Has the reader read sentences, each among its neighbours. */
public final class SentenceReader {

    private SentenceReader() {}

    /** Some neighbouring sentences of a passage, and which of those looked at stand among them. */
    private record Window(Hit hit, int from, int to, List<SentenceFeatures.Looked> looked) {

        List<SentenceFeatures.Looked> read(String question, PassageReader reader) {
            List<Span> places = hit.passage().sentences().subList(from, to);
            Span whole = places.getFirst().to(places.getLast());
            List<Span> within =
                    places.stream().map(place -> within(place, whole)).toList();
            PassageReader.Judgement judgement =
                    reader.read(question, hit.article().text().slice(whole), within);
            return looked.stream()
                    .map(one -> {
                        int at = one.at() - from;
                        return one.read(
                                Map.of(
                                        SentenceFeature.READ,
                                        judgement.sentences().get(at),
                                        SentenceFeature.READ_WORDS,
                                        judgement.words().get(at),
                                        SentenceFeature.READ_PASSAGE,
                                        judgement.passage()),
                                judgement.answers().get(at).map(answer -> within(answer, within.get(at))));
                    })
                    .toList();
        }

        private static Span within(Span place, Span whole) {
            return new Span(
                    Math.max(0, place.start() - whole.start()), Math.min(whole.length(), place.end() - whole.start()));
        }
    }

    /** The same sentences, passage by passage, with what the reader says of each. */
    public static List<SentenceFeatures.Looked> of(
            String question, List<SentenceFeatures.Looked> some, PassageReader reader) {
        return windows(some).parallelStream()
                .flatMap(window -> window.read(question, reader).stream())
                .toList();
    }

    /** Sentences of a passage that are neighbours, or have one in common, are read together. */
    private static List<Window> windows(List<SentenceFeatures.Looked> some) {
        Map<Hit, List<SentenceFeatures.Looked>> hits = new LinkedHashMap<>();
        some.forEach(
                one -> hits.computeIfAbsent(one.hit(), hit -> new ArrayList<>()).add(one));
        List<Window> windows = new ArrayList<>();
        hits.forEach((hit, looked) -> {
            int last = hit.passage().sentences().size() - 1;
            TreeSet<Integer> wanted = new TreeSet<>();
            looked.forEach(one -> IntStream.rangeClosed(Math.max(0, one.at() - 1), Math.min(last, one.at() + 1))
                    .forEach(wanted::add));
            int from = wanted.getFirst();
            for (int at : wanted) {
                if (wanted.contains(at + 1)) continue;
                int first = from, end = at + 1;
                windows.add(new Window(
                        hit,
                        first,
                        end,
                        looked.stream()
                                .filter(one -> one.at() >= first && one.at() < end)
                                .toList()));
                from = wanted.higher(at) == null ? end : wanted.higher(at);
            }
        });
        return windows;
    }
}
