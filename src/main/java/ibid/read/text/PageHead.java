package ibid.read.text;

import ibid.language.time.Dates;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds title, author and date of a page saved as text in the lines above its article, and its publisher in all lines.
 */
final class PageHead {

    private static final Pattern COPYRIGHT =
            Pattern.compile("(?i)(?:©|\\(c\\)|copyright)\\s*+(?:\\d{4}(?:\\s*[-–]\\s*\\d{4})?)?\\s*+(?:by\\s+)?(["
                    + "\\p{L}\\p{N}][^.|©\\d]{1,60}?)\\s*(?:[.|].*)?");
    private static final Pattern SECTION = Pattern.compile("(?i)in\\s+(\\p{Lu}[\\p{L} &]{2,24})");
    private static final Pattern WEEKDAY = Pattern.compile("(?i)^(mon|tues|wednes|thurs|fri|satur|sun)day\\b.*");
    private static final Pattern UPDATED =
            Pattern.compile("(?i)^(?:last )?(?:updated|modified|revised)\\b|\\|\\s*(?:last )?updated\\b");
    private static final Pattern UPDATE_WORD = Pattern.compile("(?i)\\b(?:updated|modified|revised)\\b");
    private static final Pattern BOX = Pattern.compile("(?i)read also|also read|related.*|trending.*|most read");

    private static final int MAX_BARE_LINES = 5; // above a text that is not a saved page
    private static final int MAX_TITLE_WORDS = 30;
    private static final int MIN_USUAL_TITLE_WORDS = 4; // shorter titles score less

    private final List<String> before;
    private final Map<String, Integer> repeats = new HashMap<>();
    private final List<String> all;

    /**
     * @param before lines above the running text
     * @param all    every line of the page
     */
    PageHead(List<String> before, List<String> all) {
        this.before = before;
        this.all = all;
        all.forEach(line -> repeats.merge(line.toLowerCase(Locale.ROOT), 1, Integer::sum));
    }

    /** @param stated what the file states of itself, which is completed */
    MetadataCollector completed(MetadataCollector stated) {
        int titleAt = titleAt();
        String title = titleAt < 0 ? "" : before.get(titleAt);
        String published = date(titleAt).map(LocalDate::toString).orElse("");
        return stated.offer(Item.TITLE, title, "line above the text")
                .offer(Item.AUTHOR, author(), "byline")
                .offer(Item.PUBLISHER, publisher(), "copyright line")
                .offer(Item.PUBLISHED, published, "date line")
                .offerDay(Item.MODIFIED, modified(), "update line")
                .offer(Item.SECTION, section(), "section line");
    }

    private String modified() {
        return before.stream()
                .filter(line -> UPDATED.matcher(line).find())
                .findFirst()
                .map(PageHead::afterUpdateWord)
                .orElse("");
    }

    private static String afterUpdateWord(String line) {
        return UPDATE_WORD
                .matcher(line)
                .results()
                .reduce((first, last) -> last)
                .map(word -> line.substring(word.end()))
                .orElse(line);
    }

    /** Index of the line with the greatest title score; -1 if all scores are too low. */
    private int titleAt() {
        int best = -1;
        int bestScore = isBareText() ? 0 : 1;
        boolean inBox = false;
        for (int i = 0; i < before.size(); i++) {
            inBox |= BOX.matcher(before.get(i)).matches();
            if (inBox || !mayBeTitle(before.get(i))) {
                continue;
            }
            int score = titleScore(i);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    /** Whether there are so few lines above the text that it is not a saved page. */
    private boolean isBareText() {
        return before.size() <= MAX_BARE_LINES;
    }

    private static boolean mayBeTitle(String line) {
        return !line.startsWith("•")
                && !Dates.isDateLine(line)
                && words(line) <= MAX_TITLE_WORDS
                && !COPYRIGHT.matcher(line).matches()
                && Byline.of(line).isEmpty();
    }

    private static int words(String line) {
        return line.split("\\s+").length;
    }

    /** Scores a line as the title: a title is above a byline and often repeated (in a caption or the page's title). */
    private int titleScore(int at) {
        int score = bylineScore(at) + lengthScore(at);
        if (at == 0 && isBareText()) {
            score += 1;
        }
        return score;
    }

    /** A byline on the next line counts twice, because it is also on one of the next three lines. */
    private int bylineScore(int at) {
        int score = 0;
        if (hasByline(at + 1, at + 2)) {
            score += 2;
        }
        if (hasByline(at + 1, at + 4)) {
            score += 2;
        }
        return score;
    }

    private int lengthScore(int at) {
        String line = before.get(at);
        int words = words(line);
        int score = 0;
        if (words >= MIN_USUAL_TITLE_WORDS) {
            boolean repeated = repeats.get(line.toLowerCase(Locale.ROOT)) > 1;
            score += repeated ? 3 : 2;
        }
        if (at == before.size() - 1 && words >= 2) {
            score += 1;
        }
        return score;
    }

    private boolean hasByline(int from, int to) {
        for (int i = from; i < Math.min(to, before.size()); i++) {
            if (Byline.of(before.get(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The nearest date below the title, else any date line above the text that is not the current date of the page. */
    private Optional<LocalDate> date(int titleAt) {
        for (int i = titleAt + 1; titleAt >= 0 && i < Math.min(before.size(), titleAt + 6); i++) {
            if (Dates.isDateLine(before.get(i))) {
                return Dates.firstIn(before.get(i));
            }
        }
        return before.stream()
                .filter(line -> Dates.isDateLine(line) && !WEEKDAY.matcher(line).matches())
                .findFirst()
                .flatMap(Dates::firstIn)
                .or(this::dayOfByline);
    }

    private Optional<LocalDate> dayOfByline() {
        return bylines()
                .map(Byline::day)
                .filter(day -> !day.isEmpty())
                .findFirst()
                .map(LocalDate::parse);
    }

    private String author() {
        return bylines()
                .map(Byline::author)
                .filter(author -> !author.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Stream<Byline> bylines() {
        return before.stream().map(Byline::of).flatMap(Optional::stream);
    }

    private String publisher() {
        return all.stream()
                .map(COPYRIGHT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .filter(name -> repeats.getOrDefault(name.toLowerCase(Locale.ROOT), 0) > 0)
                .findFirst()
                .orElse("");
    }

    private String section() {
        return before.stream()
                .map(SECTION::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("");
    }
}
