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
 * @param topics     any of these, or all if empty; "" is none
 * @param languages  any of these, or all if empty; "" is unknown
 * @param from       first day of publication, or {@link LocalDate#MIN}
 * @param to         last day of publication, or {@link LocalDate#MAX}
 */
public record SearchFilters(
        List<String> publishers,
        List<ArticleId> articles,
        List<String> topics,
        List<String> languages,
        LocalDate from,
        LocalDate to) {

    public static final SearchFilters NONE = new SearchFilters(List.of(), List.of(), LocalDate.MIN, LocalDate.MAX);

    public SearchFilters {
        publishers = List.copyOf(publishers);
        articles = List.copyOf(articles);
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
    }

    /** Those of any topic and language. */
    public SearchFilters(List<String> publishers, List<ArticleId> articles, LocalDate from, LocalDate to) {
        this(publishers, articles, List.of(), List.of(), from, to);
    }

    /** A copy that excludes articles published after the day. */
    public SearchFilters asOf(LocalDate day) {
        return between(from, day.isBefore(to) ? day : to);
    }

    /** A copy with these days instead. */
    public SearchFilters between(LocalDate first, LocalDate last) {
        return new SearchFilters(publishers, articles, topics, languages, first, last);
    }

    /** The day as of which a question with these filters is answered today. */
    public LocalDate lastDay(LocalDate today) {
        return to.isBefore(today) ? to : today;
    }

    /** Whether passages of the article may be found. */
    public boolean admit(ArticleId article, Imprint imprint) {
        return (publishers.isEmpty() || publishers.contains(imprint.publisher()))
                && (articles.isEmpty() || articles.contains(article))
                && (languages.isEmpty() || languages.contains(imprint.language()))
                && admitTopics(imprint.topics())
                && admitDay(imprint);
    }

    private boolean admitTopics(List<String> ofArticle) {
        return topics.isEmpty()
                || (ofArticle.isEmpty()
                        ? topics.contains("")
                        : ofArticle.stream().anyMatch(topics::contains));
    }

    private boolean admitDay(Imprint imprint) {
        return !boundByDate()
                || imprint.publishedOn()
                        .map(day -> !day.isBefore(from) && !day.isAfter(to))
                        .orElse(false);
    }

    boolean boundByDate() {
        return !from.equals(LocalDate.MIN) || !to.equals(LocalDate.MAX);
    }
}
