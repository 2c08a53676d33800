package ibid.search;

import ibid.article.ArticleId;
import ibid.article.Imprint;
import java.time.LocalDate;
import java.util.List;

/**
 * Which articles a query may see. An article without a date passes only if the filters have no dates.
 *
 * @param publishers any of these, or all if empty
 * @param articles   any of these, or all if empty
 * @param from       first day of publication, or {@link LocalDate#MIN}
 * @param to         last day of publication, or {@link LocalDate#MAX}
 */
public record SearchFilters(List<String> publishers, List<ArticleId> articles, LocalDate from, LocalDate to) {

    public static final SearchFilters NONE = new SearchFilters(List.of(), List.of(), LocalDate.MIN, LocalDate.MAX);

    public SearchFilters {
        publishers = List.copyOf(publishers);
        articles = List.copyOf(articles);
    }

    /** A copy that excludes articles published after the day. */
    public SearchFilters asOf(LocalDate day) {
        return new SearchFilters(publishers, articles, from, day.isBefore(to) ? day : to);
    }

    /** The day as of which a question with these filters is answered today. */
    public LocalDate lastDay(LocalDate today) {
        return to.isBefore(today) ? to : today;
    }

    /** Whether passages of the article may be found. */
    public boolean admit(ArticleId article, Imprint imprint) {
        return (publishers.isEmpty() || publishers.contains(imprint.publisher()))
                && (articles.isEmpty() || articles.contains(article))
                && (!boundByDate()
                        || imprint.publishedOn()
                                .map(day -> !day.isBefore(from) && !day.isAfter(to))
                                .orElse(false));
    }

    boolean boundByDate() {
        return !from.equals(LocalDate.MIN) || !to.equals(LocalDate.MAX);
    }
}
