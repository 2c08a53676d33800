package ibid.read;

import ibid.article.CorrectionNotice;
import ibid.language.Lexemes;
import ibid.language.time.TemporalTagger;
import ibid.language.time.TimeRange;
import ibid.language.time.Timex;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Reads from the words of a notice which article it corrects: this one, or another by its title or day. */
final class NoticeTarget {

    private static final int MAX_WORDS_TO_TITLE = 4; // "the article under the title “"
    private static final int MAX_WORDS_TO_DAY = 12; // "an article published by Ibid Wire on 8 October 2024"
    private static final Set<String> ARTICLES =
            Set.of("article", "story", "report", "piece", "post", "review", "interview", "column", "item");
    private static final Set<String> TITLES = Set.of("title", "headline", "headed", "headlined", "titled", "entitled");

    private final Lexemes text;
    private final String words;

    private NoticeTarget(String words) {
        this.words = words;
        this.text = new Lexemes(words);
    }

    /** Empty where the notice names no article. */
    static Optional<CorrectionNotice.Target> in(String words, Optional<LocalDate> published) {
        NoticeTarget target = new NoticeTarget(words);
        if (target.isThis()) {
            return Optional.of(CorrectionNotice.Target.SELF);
        }
        String title = target.title();
        String day = target.day(published);
        return title.isEmpty() && day.isEmpty()
                ? Optional.empty()
                : Optional.of(new CorrectionNotice.Target(true, title, day));
    }

    private boolean isThis() {
        for (int at = 1; at < text.size(); at++) {
            boolean isNoun = ARTICLES.contains(text.key(at)) || text.is(at, "page");
            if (isNoun && text.is(at - 1, "this")) {
                return true;
            }
        }
        return false;
    }

    /** The words in quotation marks behind a word for a title or an article. */
    private String title() {
        for (NoticeValue value : NoticeValue.in(words)) {
            int at = value.kind() == NoticeValue.Kind.QUOTE ? lexemeAt(value.start()) : -1;
            if (at >= 0 && isNear(at, MAX_WORDS_TO_TITLE)) {
                return value.words();
            }
        }
        return "";
    }

    private String day(Optional<LocalDate> published) {
        for (Timex timex : TemporalTagger.tag(words, published)) {
            Optional<LocalDate> day = timex.days().flatMap(NoticeTarget::onlyDay);
            if (day.isPresent() && isNear(lexemeAt(timex.start()), MAX_WORDS_TO_DAY)) {
                return day.get().toString();
            }
        }
        return "";
    }

    private static Optional<LocalDate> onlyDay(TimeRange days) {
        return days.from().equals(days.to()) ? Optional.of(days.from()) : Optional.empty();
    }

    /** Whether a word for an article or its title is so near before that place, in its sentence. */
    private boolean isNear(int place, int maxWords) {
        int passed = 0;
        for (int at = place - 1; at >= 0 && passed <= maxWords && !text.is(at, "."); at--) {
            if (ARTICLES.contains(text.key(at)) || TITLES.contains(text.key(at))) {
                return true;
            }
            passed += text.isAlphanumeric(at) ? 1 : 0;
        }
        return false;
    }

    private int lexemeAt(int start) {
        int at = 0;
        while (at < text.size() && text.end(at) <= start) {
            at++;
        }
        return at;
    }
}
