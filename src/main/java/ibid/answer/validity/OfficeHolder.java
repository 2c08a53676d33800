package ibid.answer.validity;

import ibid.answer.CuePhrases;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AnswerType;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import ibid.language.CharRuns;
import ibid.language.Lexemes;
import ibid.language.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who holds an office as of the newest article, if a question asks who does: "Who is prime minister of Japan?"
 * Whoever is called former, resigned or was succeeded does not hold it.
 */
final class OfficeHolder {

    private static final Set<String> OFFICES = WordList.read(OfficeHolder.class, "offices.txt");
    private static final Set<String> HOLDING_VERBS = WordList.read(OfficeHolder.class, "holding-verbs.txt");
    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(OfficeHolder.class, "succession-cues.txt");
    private static final int MAX_CUE_CHARS = 40; // between a name and what tells of its office
    private static final double MIN_SCORE_SHARE = 0.2; // an older article may well score higher

    private final Set<String> offices;
    private final List<ScoredCandidate> ranked;

    /** A person whom a sentence gives the office, on a day. */
    private record Holder(ScoredCandidate candidate, AnswerMatch person, LocalDate day) {

        boolean isSamePerson(Holder other) {
            return surname().equals(other.surname());
        }

        private String surname() {
            String name = person.text();
            return name.substring(name.lastIndexOf(' ') + 1);
        }

        ScoredCandidate answering() {
            return new ScoredCandidate(
                    candidate.candidate().withAnswers(candidate.candidate().answerMatches(), Optional.of(person)),
                    candidate.score());
        }
    }

    private OfficeHolder(Set<String> offices, List<ScoredCandidate> ranked) {
        this.offices = offices;
        this.ranked = ranked;
    }

    /** The same sentences if the question does not ask who holds an office. */
    static CurrentOrder order(QuestionAnalysis question, List<ScoredCandidate> ranked) {
        Set<String> offices = question.type() == AnswerType.PERSON ? officesIn(question.text()) : Set.of();
        return offices.isEmpty() || !CurrentValue.asksPresent(question.text())
                ? CurrentOrder.unchanged(ranked)
                : new OfficeHolder(offices, ranked).order();
    }

    /** The nouns of the office asked for; all of them if a verb asks who holds one. */
    private static Set<String> officesIn(String question) {
        Lexemes words = new Lexemes(question);
        List<String> offices = new ArrayList<>();
        for (int at = 1; at < words.size(); at++) {
            if (words.is(at - 1, "who") && HOLDING_VERBS.contains(words.key(at))) {
                return OFFICES;
            }
            if (OFFICES.contains(words.key(at))) {
                offices.add(words.key(at));
            }
        }
        return Set.copyOf(offices);
    }

    private CurrentOrder order() {
        List<Holder> holders = holders();
        if (holders.isEmpty()) {
            return CurrentOrder.unchanged(ranked);
        }
        Holder newest = holders.stream()
                .max(Comparator.comparing(Holder::day)
                        .thenComparingDouble(holder -> holder.candidate().score()))
                .get();
        List<ScoredCandidate> older = new ArrayList<>();
        List<ScoredCandidate> others = new ArrayList<>();
        for (Holder holder : holders) {
            if (!holder.isSamePerson(newest)) {
                older.add(holder.candidate());
            }
        }
        for (ScoredCandidate candidate : ranked) {
            others.add(candidate == newest.candidate() ? newest.answering() : candidate);
        }
        int at = ranked.indexOf(newest.candidate());
        return CurrentOrder.of(others, others.get(at), List.of(), older);
    }

    private List<Holder> holders() {
        double minScore = MIN_SCORE_SHARE * ranked.getFirst().score();
        List<Holder> holders = new ArrayList<>();
        for (ScoredCandidate candidate : ranked) {
            if (candidate.score() >= minScore && namesOffice(candidate.text())) {
                holder(candidate).ifPresent(holders::add);
            }
        }
        return holders;
    }

    private boolean namesOffice(String sentence) {
        Lexemes words = new Lexemes(sentence);
        for (int at = 0; at < words.size(); at++) {
            if (offices.contains(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    /** The first person of the sentence who begins to hold the office, else who is called by it. */
    private Optional<Holder> holder(ScoredCandidate candidate) {
        Optional<LocalDate> day = Occasion.dayOf(candidate);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        String text = candidate.text();
        List<AnswerMatch> people = candidate.candidate().answerMatches();
        List<AnswerMatch> fitting = people.stream()
                .filter(person -> !isFormer(person, text))
                .filter(person -> isNew(person, text) || isCalled(person, text))
                .toList();
        return fitting.stream()
                .max(Comparator.comparing(person -> isNew(person, text)))
                .map(person -> new Holder(candidate, person, day.get()));
    }

    private static boolean isNew(AnswerMatch person, String text) {
        return endsWith("BEFORE_NEW", before(person, text)) || beginsWith("BEHIND_NEW", behind(person, text));
    }

    private static boolean isFormer(AnswerMatch person, String text) {
        return endsWith("BEFORE_FORMER", clauseBefore(person, text))
                || beginsWith("BEHIND_FORMER", behind(person, text));
    }

    /** Whether the office is directly before the name, or behind it after a comma: "Rutte, the secretary general". */
    private boolean isCalled(AnswerMatch person, String text) {
        String before = before(person, text).stripTrailing();
        String title = before.substring(CharRuns.start(before, before.length(), Character::isLetter));
        boolean isTitled = offices.contains(title.toLowerCase(Locale.ROOT));
        String behind = behind(person, text);
        boolean isExplained = (behind.startsWith(",") || behind.startsWith(" is ")) && namesOffice(behind);
        boolean isEquated = before.endsWith(" is") && namesOffice(before);
        return isTitled || isExplained || isEquated;
    }

    private static boolean endsWith(String kind, String words) {
        return CUES.get(kind).findIn(words).stream()
                .anyMatch(found -> words.substring(found.end()).isBlank());
    }

    private static boolean beginsWith(String kind, String words) {
        return CUES.get(kind).findIn(words).stream().anyMatch(found -> isFiller(words.substring(0, found.start())));
    }

    /** What may stand between a name and its verb. */
    private static boolean isFiller(String words) {
        String bare = words.replace(",", " ").strip();
        return bare.isEmpty() || bare.equals("who") || bare.equals("then");
    }

    /** With what may stand between such a word and the name: an office. */
    private static String clauseBefore(AnswerMatch person, String text) {
        String words = before(person, text).stripTrailing();
        String last = words;
        do {
            words = last;
            int start = CharRuns.start(words, words.length(), Character::isLetter);
            boolean isOffice = OFFICES.contains(words.substring(start).toLowerCase(Locale.ROOT))
                    || words.substring(start).equalsIgnoreCase("prime");
            last = isOffice ? words.substring(0, start).stripTrailing() : words;
        } while (!last.equals(words));
        return words;
    }

    private static String before(AnswerMatch person, String text) {
        return text.substring(Math.max(0, person.start() - MAX_CUE_CHARS), person.start());
    }

    private static String behind(AnswerMatch person, String text) {
        return text.substring(person.end(), Math.min(text.length(), person.end() + MAX_CUE_CHARS));
    }
}
