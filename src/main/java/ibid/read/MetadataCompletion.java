package ibid.read;

import ibid.article.ArticleMetadata;
import ibid.article.Block;
import ibid.article.Note;
import ibid.language.Language;
import ibid.language.Text;
import ibid.language.time.Dates;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Completes the metadata of a file from its name, its address, its notes and the article's text. */
final class MetadataCompletion {

    private static final int MAX_TITLE_WORDS = 10;
    private static final int MIN_TITLE_WORDS = 3; // of a file's name that is a title

    private static final Pattern DAY_BEFORE = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}[\\s_–—-]+");

    private MetadataCompletion() {}

    /** @param stated is completed in place */
    static void complete(MetadataCollector stated, String file, Text text, List<Block> blocks, List<Note> notes) {
        String fileName = file.substring(file.lastIndexOf('/') + 1);
        stated.offer(Item.PUBLISHED, isoDate(Dates.atStartOf(fileName)), "file name");
        stated.offer(Item.PUBLISHED, isoDate(Dates.inPath(stated.get(Item.URL))), "address");
        stated.offer(Item.PUBLISHED, lastAccess(notes), ArticleMetadata.ACCESS_DATES);
        stated.offer(Item.TITLE, titleOf(fileName), "file name");
        stated.offer(Item.TITLE, firstWords(text, blocks), "first words");
        stated.offer(Item.LANGUAGE, Language.of(text.value()), "its words");
    }

    /** The name of a Markdown file that is written like a title, as note-taking programs name them. */
    private static String titleOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        boolean isMarkdown = fileName.endsWith(".md") || fileName.endsWith(".markdown");
        String name = isMarkdown
                ? DAY_BEFORE
                        .matcher(fileName.substring(0, dot))
                        .replaceFirst("")
                        .strip()
                : "";
        return name.split(" ").length >= MIN_TITLE_WORDS ? name : "";
    }

    private static String isoDate(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }

    /** The last day on which the article's notes say that a source was read; the article is not older. */
    private static String lastAccess(List<Note> notes) {
        String last = "";
        for (Note note : notes) {
            String accessed = note.citation().accessed();
            if (accessed.compareTo(last) > 0) {
                last = accessed;
            }
        }
        return last;
    }

    /** A title for an article without one: the beginning of its text. */
    private static String firstWords(Text text, List<Block> blocks) {
        Block first = blocks.stream()
                .filter(block -> block.kind() != Block.Kind.HEADING)
                .findFirst()
                .orElseThrow();
        String[] words = text.slice(first.span()).split(" ");
        if (words.length <= MAX_TITLE_WORDS) {
            return String.join(" ", words);
        }
        String start = String.join(" ", List.of(words).subList(0, MAX_TITLE_WORDS));
        boolean stopped = ",;:.".indexOf(start.charAt(start.length() - 1)) >= 0;
        return (stopped ? start.substring(0, start.length() - 1) : start) + " …";
    }
}
