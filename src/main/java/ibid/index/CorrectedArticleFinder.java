package ibid.index;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.CorrectionNotice;
import ibid.article.Imprint;
import ibid.language.Lexemes;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the article of the collection that a notice means: by title, by day, or by outlet and subject. */
final class CorrectedArticleFinder {

    private static final long MAX_DAYS_BETWEEN = 400; // between an article that is not named and its correction
    private static final int MIN_WORD_CHARS = 4; // shorter ones seldom tell what a title is about
    private static final int MIN_SHARED_WORDS = 2;

    private final IndexSnapshot snapshot;

    CorrectedArticleFinder(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Empty where the collection does not hold it. */
    Optional<ArticleSummary> find(Article by, CorrectionNotice notice) {
        CorrectionNotice.Target target = notice.target();
        if (!target.isOther()) {
            return Optional.of(new ArticleSummary(by.id(), by.imprint()));
        }
        String words = by.imprint().title() + " " + by.text().slice(notice.span());
        return candidates(by, target).stream()
                .filter(other -> fits(other.imprint(), by.imprint(), target, words))
                .filter(other -> holdsWithdrawn(other.id(), notice))
                .max(Comparator.comparingInt(
                        other -> countShared(other.imprint().title(), words)));
    }

    /** Only a title can name an article of another outlet. */
    private List<ArticleSummary> candidates(Article by, CorrectionNotice.Target target) {
        List<ArticleSummary> all =
                target.title().isEmpty() ? snapshot.summaries(by.imprint().publisher()) : snapshot.summaries();
        return all.stream().filter(other -> !other.id().equals(by.id())).toList();
    }

    private static boolean fits(Imprint other, Imprint by, CorrectionNotice.Target target, String words) {
        if (!target.title().isEmpty()) {
            return key(other.title()).equals(key(target.title()));
        }
        if (!target.published().isEmpty()) {
            return other.published().equals(target.published());
        }
        return isEarlier(other, by) && countShared(other.title(), words) >= MIN_SHARED_WORDS;
    }

    private static boolean isEarlier(Imprint other, Imprint by) {
        if (other.publishedOn().isEmpty() || by.publishedOn().isEmpty()) {
            return false;
        }
        LocalDate day = other.publishedOn().get();
        long days = ChronoUnit.DAYS.between(day, by.publishedOn().get());
        return days >= 0 && days <= MAX_DAYS_BETWEEN;
    }

    private boolean holdsWithdrawn(ArticleId other, CorrectionNotice notice) {
        if (notice.changes().isEmpty() || !notice.target().title().isEmpty()) {
            return true;
        }
        String text = snapshot.article(other)
                .map(article -> article.imprint().title() + " " + article.text().value())
                .orElse("");
        return notice.changes().stream().anyMatch(change -> text.contains(change.withdrawn()));
    }

    private static int countShared(String title, String words) {
        Set<String> shared = words(title);
        shared.retainAll(words(words));
        return shared.size();
    }

    private static Set<String> words(String text) {
        Lexemes lexemes = new Lexemes(text);
        Set<String> words = new HashSet<>();
        for (int at = 0; at < lexemes.size(); at++) {
            if (lexemes.isWord(at) && lexemes.key(at).length() >= MIN_WORD_CHARS) {
                words.add(lexemes.key(at));
            }
        }
        return words;
    }

    /** Letters and figures only: outlets quote each other's titles with other marks. */
    private static String key(String title) {
        Lexemes lexemes = new Lexemes(title);
        StringBuilder key = new StringBuilder();
        for (int at = 0; at < lexemes.size(); at++) {
            if (lexemes.isAlphanumeric(at)) {
                key.append(lexemes.key(at));
            }
        }
        return key.toString();
    }
}
