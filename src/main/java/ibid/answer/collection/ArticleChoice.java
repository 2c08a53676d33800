package ibid.answer.collection;

import ibid.language.time.TimeRange;
import ibid.search.ArticleSearch;
import ibid.search.SearchFilters;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which articles a question about the collection means.
 *
 * @param words      what they mention or are about, or empty
 * @param publishers any of these, or all where empty
 * @param authors    any of these, or all where empty
 * @param published  when they were published, where that is asked for
 */
record ArticleChoice(String words, List<String> publishers, List<String> authors, Optional<TimeRange> published) {

    static final ArticleChoice ALL = new ArticleChoice("", List.of(), List.of(), Optional.empty());

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    ArticleChoice {
        publishers = List.copyOf(publishers);
        authors = List.copyOf(authors);
    }

    ArticleChoice withWords(String other) {
        return new ArticleChoice(other, publishers, authors, published);
    }

    ArticleChoice withPublishers(List<String> other) {
        return new ArticleChoice(words, other, authors, published);
    }

    ArticleChoice withAuthors(List<String> other) {
        return new ArticleChoice(words, publishers, other, published);
    }

    ArticleChoice withPublished(Optional<TimeRange> other) {
        return new ArticleChoice(words, publishers, authors, other);
    }

    boolean isAll() {
        return equals(ALL);
    }

    /** The same articles for a search, within what the filters admit. */
    ArticleSearch.Selection within(SearchFilters filters) {
        LocalDate from = later(filters.from(), published.map(TimeRange::from).orElse(LocalDate.MIN));
        LocalDate to = earlier(filters.to(), published.map(TimeRange::to).orElse(LocalDate.MAX));
        return new ArticleSearch.Selection(filters.between(from, to), publishers, authors, words);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * How many they are, and what tells them from the others: {@code 3 articles that mention “Taiwan” from Ibid Wire}.
     */
    String describe(int total) {
        StringBuilder description = new StringBuilder(total == 0 ? "no" : Integer.toString(total));
        description.append(total == 1 ? " article" : " articles");
        if (!words.isEmpty()) {
            description
                    .append(total == 1 ? " that mentions “" : " that mention “")
                    .append(words)
                    .append('”');
        }
        if (!publishers.isEmpty()) {
            description.append(" from ").append(String.join(" or ", publishers));
        }
        if (!authors.isEmpty()) {
            description.append(" by ").append(String.join(" or ", authors));
        }
        published.ifPresent(days -> description.append(' ').append(time(days)));
        return description.toString();
    }

    private static String time(TimeRange days) {
        if (days.to().equals(LocalDate.MAX)) {
            return "of " + DAY.format(days.from()) + " or later";
        }
        if (days.from().equals(LocalDate.MIN)) {
            return "up to " + DAY.format(days.to());
        }
        return days.from().equals(days.to())
                ? "of " + DAY.format(days.from())
                : "from " + DAY.format(days.from()) + " to " + DAY.format(days.to());
    }
}
