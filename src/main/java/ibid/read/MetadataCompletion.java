package ibid.read;

import ibid.article.ArticleMetadata;
import ibid.article.Block;
import ibid.article.Note;
import ibid.language.Language;
import ibid.language.Span;
import ibid.language.Text;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completes what a file states of itself with what only the whole article, its notes and the file's name can tell. */
final class MetadataCompletion {

    private static final Pattern DAY_IN_FILE_NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[-_ ].*\\.\\w+");
    private static final Pattern DAY_IN_ADDRESS = Pattern.compile("/((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})(?:/|$)");
    private static final int MAX_TITLE_WORDS = 10;

    private MetadataCompletion() {}

    /** @param stated is completed in place */
    static void complete(MetadataCollector stated, String file, Text text, List<Block> blocks, List<Note> notes) {
        offerNamedDays(stated, file.substring(file.lastIndexOf('/') + 1));
        stated.offer(Item.PUBLISHED, lastAccess(notes), ArticleMetadata.ACCESS_DATES);
        stated.offer(Item.TITLE, firstWords(text, blocks), "first words");
        stated.offer(Item.LANGUAGE, Language.of(text.value()), "its words");
    }

    /** Days in the file's name, and in the article's address. */
    private static void offerNamedDays(MetadataCollector stated, String fileName) {
        Matcher named = DAY_IN_FILE_NAME.matcher(fileName);
        if (named.matches()) {
            stated.offerDay(Item.PUBLISHED, named.group(1), "file name");
        }
        Matcher address = DAY_IN_ADDRESS.matcher(stated.get(Item.URL));
        if (address.find()) {
            String day = String.join("-", address.group(1), address.group(2), address.group(3));
            stated.offerDay(Item.PUBLISHED, day, "address");
        }
    }

    /** Nobody reads a source after writing about it. */
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

    /** A title for an article without one: how it begins. */
    private static String firstWords(Text text, List<Block> blocks) {
        Span first = blocks.stream()
                .filter(block -> block.kind() != Block.Kind.HEADING)
                .map(Block::span)
                .findFirst()
                .orElseThrow();
        List<String> words = List.of(text.slice(first).split(" "));
        boolean isWhole = words.size() <= MAX_TITLE_WORDS;
        String start = String.join(" ", isWhole ? words : words.subList(0, MAX_TITLE_WORDS));
        return isWhole ? start : withoutStop(start) + " …";
    }

    private static String withoutStop(String start) {
        boolean stopped = ",;:.".indexOf(start.charAt(start.length() - 1)) >= 0;
        return stopped ? start.substring(0, start.length() - 1) : start;
    }
}
