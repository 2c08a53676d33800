package ibid.read;

import ibid.article.Block;
import ibid.article.HeldBack;
import ibid.article.Mention;
import ibid.article.Note;
import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.injection.Acrostic;
import ibid.language.injection.ForeignWords;
import ibid.language.injection.Suspicion;
import ibid.read.bytes.Deadline;
import ibid.read.manuscript.MetadataCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Takes from an article the sentences, headings, notes and items of its head that address a language model or ask
 * something of the reader. They stay in its canonical text, so that no place in it changes. One instance an article.
 */
final class SuspiciousWords {

    private static final List<MetadataCollector.Item> SHOWN_ITEMS = List.of(
            MetadataCollector.Item.SUBTITLE,
            MetadataCollector.Item.AUTHOR,
            MetadataCollector.Item.PUBLISHER,
            MetadataCollector.Item.SECTION);
    private static final int MAX_NAME_WORDS = 2;
    private static final int MAX_FOUND = 1000; // more are held back but not listed

    private final Text text;
    private final List<HeldBack> found = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private boolean isEnglish;

    SuspiciousWords(Text text) {
        this.text = text;
    }

    List<HeldBack> found() {
        return found;
    }

    /** The sentences without the suspicious ones and without what those introduce. */
    List<Span> takeFrom(List<Block> blocks, List<Span> sentences) {
        isEnglish = isMostlyEnglish(sentences);
        List<Span> kept = new ArrayList<>();
        int next = 0;
        boolean isIntroduced = false;
        for (Block block : blocks) {
            Deadline.check();
            if (block.kind() == Block.Kind.HEADING) {
                isIntroduced = isTaken(block.span(), false);
                continue;
            }
            OpenInstruction open = new OpenInstruction(isIntroduced);
            for (; next < sentences.size() && block.span().contains(sentences.get(next)); next++) {
                Span sentence = sentences.get(next);
                boolean taken = isTaken(sentence, open.continues());
                open.add(text.slice(sentence), taken);
                if (!taken) {
                    kept.add(sentence);
                }
            }
            isIntroduced = open.introducesNextBlock();
        }
        return withoutAcrostic(kept);
    }

    /** The sentences before the first whose letter begins an order; where it ends the letters do not tell. */
    private List<Span> withoutAcrostic(List<Span> sentences) {
        int start = Acrostic.startIn(sentences.stream().map(text::slice).toList());
        if (start < 0) {
            return sentences;
        }
        for (Span hidden : sentences.subList(start, sentences.size())) {
            spans.add(hidden);
            add(HeldBack.inText(Suspicion.DISGUISE, text.slice(hidden), hidden));
        }
        return sentences.subList(0, start);
    }

    private boolean isMostlyEnglish(List<Span> sentences) {
        int english = 0;
        for (Span sentence : sentences) {
            english += ForeignWords.isEnglish(text.slice(sentence)) ? 1 : 0;
        }
        return 2 * english > sentences.size();
    }

    private boolean isTaken(Span span, boolean isContinued) {
        String words = text.slice(span);
        Optional<Suspicion> reason = Suspicion.of(words);
        if (reason.isEmpty() && isEnglish && ForeignWords.areIn(words)) {
            reason = Optional.of(Suspicion.DISGUISE);
        }
        if (reason.isEmpty() && !isContinued) {
            return false;
        }
        spans.add(span);
        add(HeldBack.inText(reason.orElse(Suspicion.CONTINUATION), words, span));
        return true;
    }

    private void add(HeldBack words) {
        if (found.size() < MAX_FOUND) {
            found.add(words);
        }
    }

    /** The blocks in which nothing is held back. */
    List<Block> without(List<Block> blocks) {
        return blocks.stream().filter(block -> !isTouched(block.span())).toList();
    }

    List<Mention> withoutMentions(List<Mention> mentions) {
        return mentions.stream().filter(mention -> !isTouched(mention.span())).toList();
    }

    private boolean isTouched(Span span) {
        return spans.stream().anyMatch(span::overlaps);
    }

    List<Note> takeFrom(List<Note> notes) {
        List<Note> kept = new ArrayList<>();
        for (Note note : notes) {
            Optional<Suspicion> reason = suspicion(withoutAddresses(note.text()));
            if (reason.isPresent()) {
                add(HeldBack.outsideText(reason.get(), "note " + note.label(), note.text()));
            } else {
                kept.add(note);
            }
        }
        return kept;
    }

    /** An address belongs to a note, while in a text it raises suspicion. */
    private static String withoutAddresses(String note) {
        StringJoiner words = new StringJoiner(" ");
        for (String word : note.split(" ")) {
            if (!word.startsWith("http://") && !word.startsWith("https://") && !word.startsWith("www.")) {
                words.add(word);
            }
        }
        return words.toString();
    }

    /** Of the title its clean sentences are kept, or else the name of the file; other suspicious items are emptied. */
    void takeFrom(MetadataCollector head, String file) {
        String title = head.get(MetadataCollector.Item.TITLE);
        if (suspicion(title).isPresent()) {
            String rest = cleanSentences(title);
            take(MetadataCollector.Item.TITLE, rest.isEmpty() ? file : rest, head);
        }
        for (MetadataCollector.Item item : SHOWN_ITEMS) {
            boolean isName = item == MetadataCollector.Item.AUTHOR && areNames(head.get(item));
            if (!isName && suspicion(head.get(item)).isPresent()) {
                take(item, "", head);
            }
        }
        for (String tag : head.removeTags(tag -> suspicion(tag).isPresent())) {
            add(HeldBack.outsideText(suspicion(tag).orElseThrow(), "tags", tag));
        }
    }

    /** Whether the words are only names: too few words each to tell anybody to do anything. */
    private static boolean areNames(String authors) {
        for (String author : authors.split(", | and | und | et | y ")) {
            String[] words = author.strip().split(" ");
            boolean isName = words.length <= MAX_NAME_WORDS
                    && Stream.of(words).allMatch(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)));
            if (!isName) {
                return false;
            }
        }
        return true;
    }

    private void take(MetadataCollector.Item item, String rest, MetadataCollector head) {
        String value = head.get(item);
        Suspicion reason = suspicion(value).orElseThrow();
        add(HeldBack.outsideText(reason, item.name().toLowerCase(Locale.ROOT), value));
        head.replace(item, rest);
    }

    private static Optional<Suspicion> suspicion(String words) {
        if (words.isBlank()) {
            return Optional.empty();
        }
        Optional<Suspicion> whole = Suspicion.of(words);
        return whole.isPresent()
                ? whole
                : sentences(words).stream()
                        .flatMap(one -> Suspicion.of(one).stream())
                        .findFirst();
    }

    private static String cleanSentences(String words) {
        StringJoiner clean = new StringJoiner(" ");
        sentences(words).stream().filter(one -> Suspicion.of(one).isEmpty()).forEach(clean::add);
        return Suspicion.of(clean.toString()).isPresent() ? "" : clean.toString();
    }

    private static List<String> sentences(String words) {
        Text text = new Text(words);
        return Sentences.in(text, new Span(0, text.length())).stream()
                .map(text::slice)
                .toList();
    }
}
