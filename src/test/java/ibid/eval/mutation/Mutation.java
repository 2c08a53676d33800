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

/** A way to break an answer, made on its JSON, that a scorer worth its name must see. */
public enum Mutation {

    /** A sentence says the contrary. */
    DENIED(By.SUPPORT),
    NUMBER(By.SUPPORT),
    NAME(By.SUPPORT),
    DATE(By.SUPPORT),
    /** A name in brackets that its article does not have there. */
    BRACKET(By.SUPPORT),
    /** A sentence is given to another source, another day, or to its own with something made up. */
    ATTRIBUTION(By.SUPPORT),
    /** A sentence has the footnotes of another. */
    SHUFFLED(By.SUPPORT),
    /** A sentence has no footnote. */
    UNCITED(By.SUPPORT),
    /** A footnote names its article otherwise than the article does. */
    IMPRINT(By.PROMISES),
    /** A sentence stands twice. */
    REPEAT(By.PROMISES),
    /**
     * A question that has no answer is given one, true and well cited: no look at the footnotes shows it, only the
     * outcome.
     */
    UNANSWERABLE(By.OUTCOME);

    /** What shows it: the support of its sentences falls, a promise of the API is broken, or the outcome is wrong. */
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
     * An answer as it was given.
     *
     * @param right    outcome for its topic
     * @param articles those it cites, by id, as the server has them
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

        /** Whether this did what was right of a question without an answer. */
        boolean refusedRightly() {
            return right.equals("abstained") && outcome().equals("abstained");
        }
    }

    /** What may take the place of something. */
    record Spare(List<String> names, List<Given> answers, Random random) {

        <T> Optional<T> one(List<T> some) {
            return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
        }
    }

    /**
     * The answer with its sentence broken this way, or empty where there is nothing to break; UNANSWERABLE breaks whole
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

    /** The sentence in words that are false. */
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

    /** With a name in brackets after the first word that none of its articles has. */
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

    /** The footnotes of a sentence, in an answer. */
    record Place(Given answer, List<Integer> footnotes) {}

    /** False ways to name the source of a sentence. */
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

    /** The footnotes of another sentence of the answer that has others; of another answer where there is none. */
    private static Optional<Place> other(Given answer, int at, Spare spare) {
        List<Place> own = foreign(answer, answer.sentences().get(at));
        return spare.one(
                own.isEmpty()
                        ? spare.answers().stream()
                                .flatMap(one -> foreign(one, answer.sentences().get(at)).stream())
                                .toList()
                        : own);
    }

    /** Those of sentences none of whose texts holds a text of the other. */
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

    /** The answer to a question without one that was rightly refused, given another topic's sentences all the same. */
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
