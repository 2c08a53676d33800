package ibid.answer.series;

import ibid.article.Article;
import ibid.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series that an article counts: "The first reason is …", some sentences later "The second reason is …"; or
 * "First, …", "Second, …" behind a sentence that says of what.
 *
 * @param nouns   what it may be a series of
 * @param members indexes of the article's sentences that open a member, in order, at least two
 */
record OrdinalSeries(SeriesNouns nouns, List<Integer> members) {

    private static final int MAX_SENTENCES_BETWEEN = 12; // a member may have a paragraph or two of its own

    OrdinalSeries {
        members = List.copyOf(members);
    }

    static List<OrdinalSeries> in(Article article) {
        List<OrdinalSeries> found = new ArrayList<>();
        List<Span> sentences = article.sentences();
        for (int at = 0; at < sentences.size(); at++) {
            Optional<SeriesMarker> first = marker(article, at).filter(SeriesMarker::isFirst);
            if (first.isPresent()) {
                List<Integer> members = members(article, at, first.get());
                if (members.size() > 1) {
                    found.add(new OrdinalSeries(nouns(article, at, first.get()), members));
                }
            }
        }
        return found;
    }

    private static Optional<SeriesMarker> marker(Article article, int at) {
        return SeriesMarker.of(article.text().slice(article.sentences().get(at)));
    }

    private static List<Integer> members(Article article, int start, SeriesMarker first) {
        List<Integer> members = new ArrayList<>(List.of(start));
        int end = article.sentences().size();
        for (int at = start + 1; at < end && at - members.getLast() <= MAX_SENTENCES_BETWEEN; at++) {
            Optional<SeriesMarker> marker = marker(article, at);
            if (marker.isPresent() && marker.get().continues(first, members.size())) {
                members.add(at);
            }
        }
        return members;
    }

    private static SeriesNouns nouns(Article article, int start, SeriesMarker first) {
        if (!first.noun().isEmpty()) {
            return SeriesNouns.of(first.noun());
        }
        return start == 0
                ? SeriesNouns.NONE
                : SeriesNouns.counted(article.text().slice(article.sentences().get(start - 1)));
    }
}
