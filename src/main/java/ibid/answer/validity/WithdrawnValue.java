package ibid.answer.validity;

import ibid.answer.question.AnswerType;
import ibid.article.Correction;
import ibid.article.CorrectionNotice;
import ibid.language.quantity.Quantity;
import ibid.language.time.TemporalTagger;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A value that a correction withdrew, and the correction. */
public record WithdrawnValue(Correction correction, CorrectionNotice.Change change) {

    // for a sentence of an article that has no correction to be about the same
    private static final int MIN_TERMS_OF_TITLE = 2;
    private static final int MIN_TERMS_OF_NOTICE = 3;

    /** The values withdrawn by the corrections of the hits' articles. */
    static List<WithdrawnValue> in(List<Hit> hits) {
        Set<WithdrawnValue> values = new HashSet<>();
        for (Hit hit : hits) {
            values.addAll(of(hit));
        }
        return List.copyOf(values);
    }

    private static List<WithdrawnValue> of(Hit hit) {
        List<WithdrawnValue> values = new ArrayList<>();
        for (Correction correction : hit.corrections()) {
            for (CorrectionNotice.Change change : correction.changes()) {
                values.add(new WithdrawnValue(correction, change));
            }
        }
        return values;
    }

    /** The value withdrawn from the hit's article, or by it, that the words state without the right one. */
    public static Optional<WithdrawnValue> statedIn(Hit hit, String words) {
        return of(hit).stream()
                .filter(value -> value.isIn(words) && !value.isRightIn(words))
                .findFirst();
    }

    /** Whether one of the corrections takes back the value that the words give. */
    public static boolean isWithdrawn(List<Correction> corrections, String words) {
        return corrections.stream()
                .flatMap(correction ->
                        correction.changes().stream().map(change -> new WithdrawnValue(correction, change)))
                .anyMatch(value -> value.isIn(words));
    }

    /** Whether the words hold it. */
    boolean isIn(String words) {
        return !placesIn(words).isEmpty();
    }

    /** Whether the words hold what is right instead. */
    public boolean isRightIn(String words) {
        return !rightPlacesIn(words).isEmpty();
    }

    /** The value as these words write it; empty if they do not hold it. */
    public String writtenIn(String words) {
        return placesIn(words).stream()
                .findFirst()
                .map(place -> words.substring(place.start(), place.end()))
                .orElse("");
    }

    List<ValueFinder.Place> placesIn(String words) {
        return ValueFinder.find(change.withdrawn(), change.right(), words);
    }

    List<ValueFinder.Place> rightPlacesIn(String words) {
        return ValueFinder.find(change.right(), change.withdrawn(), words);
    }

    /** Whether a sentence of the hit is about what was corrected. */
    boolean concerns(Hit hit, String sentence) {
        if (hit.corrections().contains(correction)) {
            return true;
        }
        return countShared(correction.title(), sentence) >= MIN_TERMS_OF_TITLE
                || countShared(correction.words(), sentence) >= MIN_TERMS_OF_NOTICE;
    }

    /** The terms that both have, the value itself not counted. */
    private int countShared(String text, String sentence) {
        Set<String> shared = new HashSet<>(IndexTerms.of(text));
        shared.retainAll(IndexTerms.of(sentence));
        shared.removeAll(IndexTerms.of(change.withdrawn()));
        return shared.size();
    }

    /** Whether a sentence of the hit states what is right: one of the notice, or of another article about the same. */
    boolean corrects(Hit hit, String sentence) {
        boolean isTouched = hit.corrections().contains(correction);
        return isRightIn(sentence) && (isTouched ? isOfNotice(hit, sentence) : concerns(hit, sentence));
    }

    /** Whether a sentence of the hit belongs to the notice. */
    boolean isOfNotice(Hit hit, String sentence) {
        return hit.article().id().equals(correction.notice())
                && correction.words().contains(sentence);
    }

    /** Whether a question of that type may ask for it. */
    boolean isOfType(AnswerType type) {
        boolean isDate = !TemporalTagger.tag(change.right()).isEmpty();
        boolean isNumber = !isDate && !Quantity.all(change.right()).isEmpty();
        return switch (type) {
            case DATE -> isDate;
            case NUMBER -> isNumber;
            case PERSON, PLACE -> !isDate && !isNumber;
            case REASON, STATEMENT, DEFINITION, YES_NO, CHOICE, ANY -> false;
        };
    }
}
