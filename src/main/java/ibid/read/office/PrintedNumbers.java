package ibid.read.office;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Removes the numbers of printed pages and of lines from a chapter: they are not part of its sentences. */
final class PrintedNumbers {

    private static final String PAGE_BREAKS = "[epub:type~=(?:^|\\s)pagebreak(?:\\s|$)], [role=doc-pagebreak]";
    private static final String CLASSED = "span[class], a[class], small[class], sup[class], div[class], p[class]";
    private static final Set<String> CLASSES = Set.of(
            "pagenum",
            "pagenumber",
            "pageno",
            "pagebreak",
            "page",
            "folio",
            "lnum",
            "linenum",
            "linenumber",
            "lineno",
            "linenr",
            "ln",
            "versenum",
            "pgnum",
            "pb");
    private static final Set<String> WORDS = Set.of("", "p", "pg", "page", "line", "s", "seite");
    private static final int MAX_CHARS = 12;

    private PrintedNumbers() {}

    static void removeFrom(Document page) {
        for (Element pageBreak : page.select(PAGE_BREAKS)) {
            if (pageBreak.text().length() <= MAX_CHARS) {
                pageBreak.remove();
            }
        }
        for (Element classed : page.select(CLASSED)) {
            boolean said = classed.classNames().stream().anyMatch(PrintedNumbers::isClass);
            if (said && isNumber(classed.text())) {
                classed.remove();
            }
        }
    }

    private static boolean isClass(String name) {
        return CLASSES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    /** Whether the text is a number and nothing else: "12", "[Pg 12]", "xiv". */
    private static boolean isNumber(String text) {
        String bare = text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\[\\](){}.]", "");
        String letters = bare.replaceAll("\\d", "");
        boolean isArabic = !bare.equals(letters) && WORDS.contains(letters);
        return bare.length() <= MAX_CHARS && (isArabic || bare.matches("[ivxlc]{1,8}"));
    }
}
