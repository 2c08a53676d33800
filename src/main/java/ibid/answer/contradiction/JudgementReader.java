package ibid.answer.contradiction;

import ibid.answer.CuePhrases;
import ibid.answer.question.AnswerType;
import ibid.answer.question.QuestionAnalysis;
import ibid.language.Lexemes;
import ibid.language.Polarity;
import ibid.language.Token;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a sentence affirms or denies of what a question asks to judge: whether it is safe, what was to blame. */
final class JudgementReader {

    private static final Map<String, CuePhrases> CAUSES =
            CuePhrases.readKinds(JudgementReader.class, "judgement-cues.txt");
    private static final Set<String> YES_NO = Set.of(
            "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "can", "will", "would", "should");
    private static final List<String> DENYING_PREFIXES = List.of("un", "in", "im", "ir", "il", "dis", "non");

    private final QuestionAnalysis question;
    private final Set<String> affirmed = new HashSet<>();
    private final Set<String> denied = new HashSet<>();

    private JudgementReader(QuestionAnalysis question) {
        this.question = question;
    }

    /** Empty where the question asks for no judgement or the sentence gives none. */
    static Optional<AssertedValue.Judgement> read(String sentence, QuestionAnalysis question) {
        JudgementReader reader = new JudgementReader(question);
        if (question.type() == AnswerType.REASON) {
            reader.readCauses(sentence);
        } else if (YES_NO.contains(new Lexemes(question.text()).key(0))) {
            reader.readPredicate(sentence);
        }
        boolean isNone = reader.affirmed.isEmpty() && reader.denied.isEmpty();
        return isNone
                ? Optional.empty()
                : Optional.of(new AssertedValue.Judgement(sentence, reader.affirmed, reader.denied));
    }

    private void readCauses(String sentence) {
        for (CuePhrases.Occurrence cue : CAUSES.get("BEHIND").findIn(sentence)) {
            Clause clause = Clause.at(sentence, cue.end());
            add(sentence.substring(cue.end(), Math.max(cue.end(), clause.end())), isNegated(sentence, cue));
        }
        for (CuePhrases.Occurrence cue : CAUSES.get("BEFORE").findIn(sentence)) {
            Clause clause = Clause.at(sentence, cue.start());
            add(sentence.substring(clause.start(), cue.start()), isNegated(sentence, cue));
        }
    }

    /** Whether the cue or the word before it denies. */
    private static boolean isNegated(String sentence, CuePhrases.Occurrence cue) {
        String before = sentence.substring(0, cue.start()).stripTrailing();
        String wordBefore = before.substring(before.lastIndexOf(' ') + 1);
        return hasNegation(wordBefore + " " + sentence.substring(cue.start(), cue.end()));
    }

    private static boolean hasNegation(String text) {
        return Token.in(text).stream().anyMatch(Token::isNegation);
    }

    private void add(String blamed, boolean isDenied) {
        for (String term : IndexTerms.of(blamed)) {
            if (!question.asksFor(term)) {
                (isDenied ? denied : affirmed).add(term);
            }
        }
    }

    /** What a question that is answered by yes or no asks is its last term. */
    private void readPredicate(String sentence) {
        QueryTerm asked = question.terms().getLast();
        String word = asked.word().toLowerCase(Locale.ROOT);
        int at = 0;
        for (Token token : Token.in(sentence)) {
            at = Math.max(at, sentence.indexOf(token.text(), at));
            boolean isSame = token.key().equals(word);
            if (isSame || isOpposite(word, token.key())) {
                boolean isNegated = hasNegation(Clause.at(sentence, at).in(sentence));
                (isSame == isNegated ? denied : affirmed).add(asked.term());
            }
        }
    }

    private static boolean isOpposite(String word, String other) {
        return Polarity.areOpposites(word, other)
                || DENYING_PREFIXES.stream()
                        .anyMatch(prefix -> other.equals(prefix + word) || word.equals(prefix + other));
    }
}
