package ibid.api.collection;

import ibid.article.Article;
import ibid.article.Mention;
import ibid.article.Note;
import ibid.language.Span;
import ibid.language.time.TemporalExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The notes, named sources and dates of each sentence of an article, by the sentence's start. They are assigned in one
 * pass: a file may hold eighty thousand sentences and as many mentions, too many to compare every pair.
 */
record SentenceAnnotations(
        Map<Integer, List<Note>> notes,
        Map<Integer, List<Mention>> mentions,
        Map<Integer, List<TemporalExpression>> dates) {

    static SentenceAnnotations by(Article article) {
        TreeMap<Integer, Span> sentences = new TreeMap<>();
        article.sentences().forEach(sentence -> sentences.put(sentence.start(), sentence));
        return new SentenceAnnotations(
                notes(article, sentences),
                within(sentences, article.annotations().mentions(), Mention::span),
                within(sentences, article.annotations().dates(), TemporalExpression::span));
    }

    private static <T> Map<Integer, List<T>> within(
            TreeMap<Integer, Span> sentences, List<T> things, Function<T, Span> place) {
        Map<Integer, List<T>> found = new HashMap<>();
        for (T thing : things) {
            Span span = place.apply(thing);
            Map.Entry<Integer, Span> sentence = sentences.floorEntry(span.start());
            if (sentence == null || !sentence.getValue().contains(span)) {
                continue;
            }
            found.computeIfAbsent(sentence.getKey(), key -> new ArrayList<>()).add(thing);
        }
        return found;
    }

    /** The notes whose mark is in a sentence or directly after it. */
    private static Map<Integer, List<Note>> notes(Article article, TreeMap<Integer, Span> sentences) {
        Map<Integer, List<Note>> found = new HashMap<>();
        for (Note note : article.notes()) {
            for (int anchor : note.anchors()) {
                Map.Entry<Integer, Span> sentence = sentences.lowerEntry(anchor);
                if (sentence == null || anchor > sentence.getValue().end()) {
                    continue;
                }
                List<Note> there = found.computeIfAbsent(sentence.getKey(), key -> new ArrayList<>());
                if (there.isEmpty() || there.getLast() != note) {
                    there.add(note);
                }
            }
        }
        return found;
    }

    List<Note> notes(Span sentence) {
        return notes.getOrDefault(sentence.start(), List.of());
    }

    List<Mention> mentions(Span sentence) {
        return mentions.getOrDefault(sentence.start(), List.of());
    }

    List<TemporalExpression> dates(Span sentence) {
        return dates.getOrDefault(sentence.start(), List.of());
    }
}
