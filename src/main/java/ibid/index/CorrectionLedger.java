package ibid.index;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.Correction;
import ibid.article.CorrectionNotice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which article of a generation corrects which, made of the articles' notices. A copy of a corrected article is
 * corrected too. Immutable; threads may share it.
 */
public final class CorrectionLedger {

    private final List<Article> articles;
    private final List<Correction> all;
    private final Map<ArticleId, List<Correction>> byOrigin = new HashMap<>();
    private final Function<ArticleId, ArticleId> origins;

    private CorrectionLedger(List<Article> articles, List<Correction> all, Function<ArticleId, ArticleId> origins) {
        this.articles = List.copyOf(articles);
        this.all = List.copyOf(all);
        this.origins = origins;
        for (Correction correction : all) {
            for (ArticleId article : originsOf(correction)) {
                byOrigin.computeIfAbsent(article, absent -> new ArrayList<>()).add(correction);
            }
        }
    }

    private Set<ArticleId> originsOf(Correction correction) {
        return Set.copyOf(List.of(origins.apply(correction.corrected()), origins.apply(correction.notice())));
    }

    /** @param withNotices the articles of the generation that have a correction */
    static CorrectionLedger of(IndexSnapshot snapshot, List<Article> withNotices) {
        List<Correction> corrections = new ArrayList<>();
        CorrectedArticleFinder finder = new CorrectedArticleFinder(snapshot);
        for (Article article : withNotices) {
            for (CorrectionNotice notice : article.annotations().notices()) {
                if (notice.kind() == CorrectionNotice.Kind.CORRECTION) {
                    finder.find(article, notice)
                            .ifPresent(corrected -> corrections.add(correction(corrected, article, notice)));
                }
            }
        }
        return new CorrectionLedger(withNotices, corrections, snapshot.nearDuplicates()::originOf);
    }

    private static Correction correction(ArticleSummary corrected, Article article, CorrectionNotice notice) {
        return new Correction(
                corrected.id(),
                corrected.imprint().title(),
                article.id(),
                published(article),
                article.text().slice(notice.span()),
                article.text().slice(notice.note()),
                notice.changes());
    }

    /** An article brought up to date was corrected on that day. */
    private static String published(Article article) {
        String modified = article.annotations().metadata().modified();
        return modified.isEmpty() ? article.imprint().published() : modified;
    }

    /** Articles that say they correct something, also where it is not known which article, in no promised order. */
    public List<Article> articles() {
        return articles;
    }

    /** Every correction, in no promised order. */
    public List<Correction> all() {
        return all;
    }

    /** The newest that corrects the article or a copy of it. */
    public Optional<Correction> of(ArticleId article) {
        return Correction.newestOf(article, touching(article));
    }

    /** Those that correct the article or a copy of it, and those that it makes. */
    public List<Correction> touching(ArticleId article) {
        return byOrigin.getOrDefault(origins.apply(article), List.of());
    }
}
