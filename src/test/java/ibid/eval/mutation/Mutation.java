package ibid.eval.mutation;

import ibid.api.AnswerBody;
import ibid.eval.client.AnswerView;
import ibid.eval.client.OriginalArticle;
import ibid.eval.judge.CitedSentence;
import ibid.eval.measure.Invariants;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A way to break an answer, applied to its JSON, that the scorer must detect. */
public enum Mutation {

    /** A sentence is negated. */
    DENIED(By.SUPPORT),
    NUMBER(By.SUPPORT),
    NAME(By.SUPPORT),
    DATE(By.SUPPORT),
    /** A sentence has a name in brackets that its article does not have there. */
    BRACKET(By.SUPPORT),
    /** A sentence names another source, another day, or an invented source. */
    ATTRIBUTION(By.SUPPORT),
    /** A sentence has the footnotes of another. */
    SHUFFLED(By.SUPPORT),
    /** A sentence has no footnote. */
    UNCITED(By.SUPPORT),
    /** A footnote states a wrong field of its article. */
    IMPRINT(By.PROMISES),
    /** A sentence is repeated. */
    REPEAT(By.PROMISES),
    /**
     * An unanswerable question gets an answer that is true and correctly cited: only the outcome shows the mistake, not
     * the footnotes.
     */
    UNANSWERABLE(By.OUTCOME);

    /** What detects it: less support of its sentences, a breach of an invariant, or a wrong outcome. */
    enum By {
        SUPPORT,
        PROMISES,
        OUTCOME
    }

    final By by;

    Mutation(By by) {
        this.by = by;
    }

    /**
     * The original answer.
     *
     * @param right the expected outcome of its topic
     * @param articles the articles it cites by id, from the server
     */
    public record Given(String topic, String right, AnswerBody answer, Map<String, OriginalArticle> articles) {

        public Given {
            articles = Map.copyOf(articles);
        }

        List<CitedSentence> sentences() {
            return CitedSentence.of(answer, id -> Optional.ofNullable(articles.get(id)));
        }

        List<String> breaches() {
            return Invariants.breaches(answer, id -> Optional.ofNullable(articles.get(id)));
        }

        String outcome() {
            return new AnswerView(answer).outcome();
        }

        /** Whether this rightly abstained. */
        boolean refusedRightly() {
            return right.equals("abstained") && outcome().equals("abstained");
        }
    }

    /** The material for replacements. */
    record Spare(List<String> names, List<Given> answers, Random random) {

        <T> Optional<T> one(List<T> some) {
            return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
        }
    }

    /**
     * The answer with the sentence broken this way, or empty if there is nothing to break; UNANSWERABLE breaks whole
     * answers, see {@link #answered}.
     */
    Optional<Given> mutate(Given answer, int at, Spare spare) {
        EditedAnswer edited = new EditedAnswer(answer);
        return switch (this) {
            case DENIED, NUMBER, DATE, NAME, BRACKET, ATTRIBUTION ->
                reword(answer, at, edited.originals(at), spare).map(words -> edited.say(at, words));
            case SHUFFLED -> other(answer, at, spare).map(place -> edited.cite(at, place));
            case UNCITED -> Optional.of(edited.cite(at, new Place(answer, List.of())));
            case IMPRINT -> edited.originals(at).isEmpty() ? Optional.empty() : misstateImprint(edited, at, spare);
            case REPEAT -> Optional.of(edited.repeat(at));
            case UNANSWERABLE -> Optional.empty();
        };
    }

    /** The sentence with false words. */
    private Optional<String> reword(Given answer, int at, List<OriginalArticle> originals, Spare spare) {
        CitedSentence cited = answer.sentences().get(at);
        Swaps swaps = new Swaps(spare.random());
        return switch (this) {
            case DENIED -> swaps.denial(cited.sentence());
            case NUMBER -> swaps.number(cited.sentence());
            case DATE -> swaps.date(cited.sentence());
            case NAME -> renameWithin(cited, swaps, spare.names());
            case BRACKET -> bracketed(cited, originals, spare);
            case ATTRIBUTION -> attributeWrongly(cited, originals, spare);
            default -> Optional.empty();
        };
    }

    private static Optional<String> renameWithin(CitedSentence cited, Swaps swaps, List<String> names) {
        String context = cited.sentence() + "\n" + String.join("\n", cited.evidence());
        return swaps.name(cited.sentence(), context, names);
    }

    /** Adds a name in brackets, which none of its articles has, after the first word. */
    private static Optional<String> bracketed(CitedSentence cited, List<OriginalArticle> originals, Spare spare) {
        List<String> foreign = new ArrayList<>();
        for (String name : spare.names()) {
            boolean known = originals.stream()
                    .anyMatch(article -> article.text().value().contains(name));
            if (!known) {
                foreign.add(name);
            }
        }
        return spare.one(foreign).map(name -> inserted(cited.sentence(), " [" + name + "] "));
    }

    private static String inserted(String sentence, String words) {
        int space = sentence.indexOf(' ');
        if (space < 0) {
            return (sentence + words).strip();
        }
        return (sentence.substring(0, space) + words + sentence.substring(space + 1)).strip();
    }

    private static Optional<String> attributeWrongly(
            CitedSentence cited, List<OriginalArticle> originals, Spare spare) {
        if (originals.isEmpty()) {
            return Optional.empty();
        }
        List<String> voices = voices(originals.getFirst(), originals, spare);
        return spare.one(voices).map(voice -> voice + ": “" + cited.sentence() + "”");
    }

    private static Optional<Given> misstateImprint(EditedAnswer edited, int at, Spare spare) {
        return spare.one(List.of(Invariants.ImprintField.values())).map(field -> edited.misname(at, field));
    }

    /** The footnotes of a sentence of an answer. */
    record Place(Given answer, List<Integer> footnotes) {}

    /** Wrong source names for a sentence. */
    private static List<String> voices(OriginalArticle article, List<OriginalArticle> cited, Spare spare) {
        String voice = article.attributions().getLast(), day = article.source().published();
        List<String> others = spare.answers().stream()
                .flatMap(answer -> answer.articles().values().stream())
                .map(other -> other.attributions().getFirst())
                .filter(other -> cited.stream()
                        .noneMatch(one -> other.startsWith(one.attributions().getLast())))
                .distinct()
                .toList();
        String wrongDay = day.isEmpty()
                ? voice + ", 1 April 1999"
                : voice + ", " + OriginalArticle.DAY.format(LocalDate.parse(day).minusDays(40));
        return spare.one(others)
                .map(other -> List.of(wrongDay, other, voice + ", denying all that the Pope had admitted"))
                .orElse(List.of(wrongDay));
    }

    /** The different footnotes of another sentence of the answer or, if there are none, of another answer. */
    private static Optional<Place> other(Given answer, int at, Spare spare) {
        List<Place> own = foreign(answer, answer.sentences().get(at));
        return spare.one(
                own.isEmpty()
                        ? spare.answers().stream()
                                .flatMap(one -> foreign(one, answer.sentences().get(at)).stream())
                                .toList()
                        : own);
    }

    /** The footnotes of sentences whose quotes do not contain each other. */
    private static List<Place> foreign(Given answer, CitedSentence other) {
        List<CitedSentence> sentences = answer.sentences();
        return IntStream.range(0, sentences.size())
                .filter(at -> !sentences.get(at).evidence().isEmpty()
                        && sentences.get(at).evidence().stream()
                                .noneMatch(text -> other.evidence().stream()
                                        .anyMatch(its -> text.contains(its) || its.contains(text))))
                .mapToObj(at ->
                        new Place(answer, answer.answer().sentences().get(at).footnotes()))
                .toList();
    }

    /** The answer to an unanswerable question that was rightly refused, with the sentences of another topic. */
    static Optional<Given> answered(Given refusal, Spare spare) {
        if (!refusal.refusedRightly()) {
            return Optional.empty();
        }
        return spare.one(spare.answers().stream()
                        .filter(one -> !one.sentences().isEmpty())
                        .toList())
                .map(other -> new Given(refusal.topic(), refusal.right(), other.answer(), other.articles()));
    }
}
