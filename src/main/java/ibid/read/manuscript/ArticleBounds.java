package ibid.read.manuscript;

import ibid.article.Block;
import java.util.List;

/**
 * The range of the running text in the strips of an article's element.
 *
 * @param start index of its first strip
 * @param end   index after its last strip
 */
record ArticleBounds(int start, int end) {

    private static final int MIN_OPENING_WORDS = 8; // of the sentence that opens an article
    private static final int MIN_OPENING_SENTENCE_WORDS = 3; // right above it: "Forty jobs go."
    private static final int MIN_WORDS_OF_POINT = 2; // on average, of a list without a heading
    private static final int MIN_QUANTITIES = 3;
    private static final int MIN_LINES_OF_SECTION = 2; // on average; a single one may be a label

    static ArticleBounds all(List<MainText.Strip> strips) {
        return new ArticleBounds(0, strips.size());
    }

    /** From the first prose, with a list and heading directly above it, to the last, with the lists after it. */
    static ArticleBounds of(List<MainText.Strip> strips) {
        int first = 0;
        while (first < strips.size() && !opensArticle(strips.get(first))) {
            first++;
        }
        if (first == strips.size()) {
            return all(strips);
        }
        int last = strips.size();
        while (last > first && !strips.get(last - 1).isProse()) {
            last--;
        }
        if (first > 0 && isNumber(strips.get(first - 1))) {
            first--;
        }
        int start = withLinesBefore(strips, withSectionsBefore(strips, withListBefore(strips, first)));
        return new ArticleBounds(start, withListsAfter(strips, last));
    }

    /** Whether it is only the number of what follows, as of a step. */
    private static boolean isNumber(MainText.Strip strip) {
        String line = strip.plain();
        return !line.isEmpty() && line.chars().allMatch(NoteMarks::isFigure);
    }

    /** Start of the text: at the short sentences or the lines without a full stop right above it, as of a verse. */
    private static int withLinesBefore(List<MainText.Strip> strips, int first) {
        int from = first;
        while (from > 0 && isOpeningLine(strips.get(from - 1))) {
            from--;
        }
        return from;
    }

    /** Start of the text: at headed sections of short lines above a heading, as of a recipe or an interview. */
    private static int withSectionsBefore(List<MainText.Strip> strips, int first) {
        int from = first, sections = 0, answers = 0;
        while (from > 0 && isHeading(strips.get(from))) {
            int line = from;
            while (line > 0 && isShortLine(strips.get(line - 1))) {
                line--;
                answers += strips.get(line).isSentence() ? 1 : 0;
            }
            if (line == from || line == 0 || !isArticleHeading(strips.get(line - 1))) {
                break;
            }
            from = line - 1;
            sections++;
        }
        int lines = first - from - sections;
        return lines + answers >= MIN_LINES_OF_SECTION * sections ? from : first;
    }

    private static boolean isShortLine(MainText.Strip strip) {
        return !isHeading(strip) && isPlainLine(strip);
    }

    private static boolean isOpeningLine(MainText.Strip strip) {
        boolean isOpening =
                strip.words() >= MIN_OPENING_WORDS || strip.isSentence() && strip.words() >= MIN_OPENING_SENTENCE_WORDS;
        return strip.kind() == Block.Kind.PARAGRAPH && isOpening && isPlainLine(strip);
    }

    private static boolean isPlainLine(MainText.Strip strip) {
        return strip.linkShare() == 0
                && !strip.isBoilerplate()
                && !strip.isCredit()
                && Byline.of(strip.plain()).isEmpty();
    }

    boolean contains(int index) {
        return index >= start && index < end;
    }

    private static boolean opensArticle(MainText.Strip strip) {
        return strip.isProse() && strip.words() >= MIN_OPENING_WORDS;
    }

    /** Start of the text: at a list directly above the first prose, if its entries are more than labels. */
    private static int withListBefore(List<MainText.Strip> strips, int first) {
        int list = first;
        while (list > 0 && strips.get(list - 1).isEntry()) {
            list--;
        }
        int entries = first - list;
        boolean isHeaded = list > 0 && isArticleHeading(strips.get(list - 1));
        boolean ofPoints =
                entries > 1 && (isHeaded || words(strips.subList(list, first)) >= MIN_WORDS_OF_POINT * entries);
        int from = ofPoints ? list : first;
        return from > 0 && isArticleHeading(strips.get(from - 1)) ? from - 1 : from;
    }

    private static boolean isArticleHeading(MainText.Strip strip) {
        return isHeading(strip) && !strip.isBoilerplate();
    }

    /** End of the text: after the lists and tables that follow the last prose, with their heading. */
    private static int withListsAfter(List<MainText.Strip> strips, int last) {
        int end = last;
        while (end < strips.size()) {
            int next = continuation(strips, end);
            if (next == end) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** End of the list or line at this index; the index itself if the text does not continue. */
    private static int continuation(List<MainText.Strip> strips, int index) {
        MainText.Strip strip = strips.get(index);
        boolean heading = isHeading(strip);
        boolean overSources = heading && NoteHeadings.isOverSources(strip.plain());
        int listStart = heading ? index + 1 : index;
        int listEnd = endOfList(strips, listStart, overSources);
        int entries = listEnd - listStart;
        boolean list = entries > 0 && words(strips.subList(listStart, listEnd)) >= 2 * entries;
        if (heading) {
            return list && !strip.isBoilerplate() ? listEnd : endOfQuantities(strips, index);
        }
        if (list) {
            return listEnd;
        }
        return isLineOfText(strip) ? index + 1 : index;
    }

    /** End of the short lines under a heading of which most begin with a number, as the ingredients of a recipe. */
    private static int endOfQuantities(List<MainText.Strip> strips, int heading) {
        int end = heading + 1, numbers = 0;
        while (end < strips.size()
                && isShortLine(strips.get(end))
                && !strips.get(end).isProse()) {
            numbers += NoteMarks.isFigure(strips.get(end).plain().codePointAt(0)) ? 1 : 0;
            end++;
        }
        int lines = end - heading - 1;
        return lines >= MIN_QUANTITIES && 2 * numbers > lines ? end : heading;
    }

    private static int endOfList(List<MainText.Strip> strips, int start, boolean ofSources) {
        int end = start;
        while (end < strips.size() && isEntry(strips.get(end), ofSources)) {
            end++;
        }
        return end;
    }

    private static boolean isEntry(MainText.Strip strip, boolean ofSources) {
        return strip.isEntry() || ofSources && !isHeading(strip) && !strip.isBoilerplate();
    }

    private static boolean isLineOfText(MainText.Strip strip) {
        boolean isNote = NoteMarks.head(strip.text())
                .filter(head -> head.form() == NoteMarks.Form.SQUARE && head.isNumber())
                .isPresent();
        return strip.linkShare() < 0.3 && (isNote || strip.words() > 2) && !strip.isBoilerplate();
    }

    private static boolean isHeading(MainText.Strip strip) {
        return strip.kind() == Block.Kind.HEADING;
    }

    private static int words(List<MainText.Strip> strips) {
        int words = 0;
        for (MainText.Strip strip : strips) {
            words += strip.words();
        }
        return words;
    }
}
