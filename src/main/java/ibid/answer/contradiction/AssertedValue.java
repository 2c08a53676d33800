package ibid.answer.contradiction;

import ibid.language.time.TimeRange;
import java.util.Set;

/** What a sentence gives as the answer. */
sealed interface AssertedValue {

    /** As the sentence has it. */
    String words();

    /** Whether both cannot be true of the same thing at the same time. */
    boolean excludes(AssertedValue other);

    /** Whether both give the same answer. */
    boolean agreesWith(AssertedValue other);

    /** Whether it holds for good, so that it does not matter when it is said. */
    boolean isLasting();

    /** @param sentence the terms of the sentence it is in */
    record Figure(String words, Amount amount, CountedNoun counted, Set<String> sentence) implements AssertedValue {

        @Override
        public boolean excludes(AssertedValue other) {
            return other instanceof Figure figure
                    && amount.isDisjointFrom(figure.amount)
                    && counted.isSameAs(figure.counted, sentence, figure.sentence);
        }

        @Override
        public boolean agreesWith(AssertedValue other) {
            return other instanceof Figure figure
                    && amount.unit().equals(figure.amount.unit())
                    && !amount.isDisjointFrom(figure.amount)
                    && counted.isSameAs(figure.counted, sentence, figure.sentence);
        }

        @Override
        public boolean isLasting() {
            return false;
        }
    }

    /** @param isRelative whether it is told from the day of publication, which may be a day off */
    record Days(String words, TimeRange days, boolean isRelative) implements AssertedValue {

        @Override
        public boolean excludes(AssertedValue other) {
            if (!(other instanceof Days two)) {
                return false;
            }
            int slack = isRelative || two.isRelative ? 1 : 0;
            TimeRange wider =
                    new TimeRange(days.from().minusDays(slack), days.to().plusDays(slack));
            return !wider.overlaps(two.days);
        }

        @Override
        public boolean agreesWith(AssertedValue other) {
            return other instanceof Days two && days.overlaps(two.days);
        }

        @Override
        public boolean isLasting() {
            return true;
        }
    }

    /**
     * People who did something together, or where it was done.
     *
     * @param keys    the last term of each name
     * @param kind    what can be told apart: people, or places after the same preposition
     * @param article the article's text, which may name the others too
     */
    record Named(String words, Set<String> keys, String kind, String article) implements AssertedValue {

        @Override
        public boolean excludes(AssertedValue other) {
            return other instanceof Named named
                    && kind.equals(named.kind)
                    && !article.contains(named.words)
                    && !named.article.contains(words)
                    && keys.stream().noneMatch(named.keys::contains);
        }

        @Override
        public boolean agreesWith(AssertedValue other) {
            return other instanceof Named named
                    && kind.equals(named.kind)
                    && keys.stream().anyMatch(named.keys::contains);
        }

        @Override
        public boolean isLasting() {
            return true;
        }
    }

    /**
     * A judgement, or a cause that is claimed.
     *
     * @param words    the whole sentence
     * @param affirmed terms of what it says is so, or is to blame
     * @param denied   terms of what it says is not
     */
    record Judgement(String words, Set<String> affirmed, Set<String> denied) implements AssertedValue {

        @Override
        public boolean excludes(AssertedValue other) {
            return other instanceof Judgement two && (denies(two) || two.denies(this));
        }

        @Override
        public boolean agreesWith(AssertedValue other) {
            return other instanceof Judgement two
                    && (affirmed.stream().anyMatch(two.affirmed::contains)
                            || denied.stream().anyMatch(two.denied::contains));
        }

        private boolean denies(Judgement other) {
            return denied.stream().anyMatch(other.affirmed::contains);
        }

        @Override
        public boolean isLasting() {
            return true;
        }
    }
}
