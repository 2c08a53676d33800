package ibid.read;

import ibid.article.Block;
import ibid.article.CorrectionNotice;
import ibid.language.Span;
import ibid.language.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the notices of an article with what each corrects. One use each. */
final class NoticeCollector {

    private static final CorrectionNotice.Target UNNAMED = new CorrectionNotice.Target(true, "", "");

    private final String title;
    private final Optional<LocalDate> published;
    private final Text text;
    private final List<Span> sentences;
    private final boolean isCorrection;
    private final List<CorrectionNotice> notices = new ArrayList<>();

    /** @param title of the article, which may say that all of it is a correction */
    NoticeCollector(String title, Optional<LocalDate> published, Text text, List<Span> sentences) {
        this.title = title;
        this.published = published;
        this.text = text;
        this.sentences = sentences;
        this.isCorrection = CorrectionRecognizer.isCorrectionTitle(title);
    }

    List<CorrectionNotice> collect(List<Block> blocks) {
        List<Block> running = blocks.stream()
                .filter(block -> block.kind() != Block.Kind.HEADING)
                .toList();
        for (Block block : running) {
            add(block, text.slice(block.span()));
        }
        if (isCorrection && notices.isEmpty() && !running.isEmpty()) {
            Span first = running.getFirst().span();
            notices.add(notice(CorrectionNotice.Kind.CORRECTION, first, UNNAMED, changes(text.slice(first))));
        }
        return notices;
    }

    private void add(Block block, String words) {
        Optional<CorrectionNotice.Target> target = NoticeTarget.in(words, published);
        Optional<CorrectionNotice.Kind> kind = CorrectionRecognizer.kindOf(words, target);
        if (kind.isEmpty() && isCorrection && target.isPresent()) {
            addOfCorrection(block.span(), words, target.get());
        } else if (kind.isPresent()) {
            CorrectionNotice.Target corrected = target.orElse(isCorrection ? UNNAMED : CorrectionNotice.Target.SELF);
            List<CorrectionNotice.Change> changes = kind.get() == CorrectionNotice.Kind.CORRECTION
                    ? changes(words)
                    : List.<CorrectionNotice.Change>of();
            notices.add(notice(kind.get(), block.span(), corrected, changes));
        }
    }

    /** A later block that names the article again, but no other value, adds nothing. */
    private void addOfCorrection(Span span, String words, CorrectionNotice.Target target) {
        List<CorrectionNotice.Change> changes = notices.isEmpty() ? changes(words) : NoticeChanges.in(words);
        if (notices.isEmpty() || !changes.isEmpty()) {
            notices.add(notice(CorrectionNotice.Kind.CORRECTION, span, target, changes));
        }
    }

    /** What the block withdraws; of a correction's first block, else what its title does. */
    private List<CorrectionNotice.Change> changes(String words) {
        List<CorrectionNotice.Change> changes = NoticeChanges.in(CorrectionRecognizer.withoutLabel(words));
        boolean asksTitle = changes.isEmpty() && isCorrection && notices.isEmpty();
        return asksTitle ? NoticeChanges.in(CorrectionRecognizer.withoutLabel(title)) : changes;
    }

    private CorrectionNotice notice(
            CorrectionNotice.Kind kind,
            Span span,
            CorrectionNotice.Target target,
            List<CorrectionNotice.Change> changes) {
        return new CorrectionNotice(kind, span, note(span, changes), target, changes);
    }

    /** The sentence that holds the first right value, else the first one. */
    private Span note(Span span, List<CorrectionNotice.Change> changes) {
        List<Span> own = sentences.stream().filter(span::contains).toList();
        for (CorrectionNotice.Change change : changes) {
            for (Span sentence : own) {
                if (text.slice(sentence).contains(change.right())) {
                    return sentence;
                }
            }
        }
        return own.isEmpty() ? span : own.getFirst();
    }
}
