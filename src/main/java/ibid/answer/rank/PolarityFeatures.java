package ibid.answer.rank;

import ibid.answer.question.QuestionAnalysis;
import ibid.language.Polarity;
import ibid.language.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Features of polarity: whether a sentence is negated like the question, and whether it has opposites of the question's
 * words.
 */
final class PolarityFeatures {

    private final List<Token> question;
    private final boolean questionNegates;

    PolarityFeatures(QuestionAnalysis question) {
        this.question = Token.in(question.text());
        this.questionNegates = this.question.stream().anyMatch(Token::isNegation);
    }

    Map<SentenceFeature, Double> of(PassageSentence sentence) {
        List<Token> tokens = Token.in(sentence.text());
        return Map.of(SentenceFeature.NEGATION_MATCH, negationMatch(tokens), SentenceFeature.OPPOSITES, (double)
                countOpposites(tokens));
    }

    private double negationMatch(List<Token> sentence) {
        if (!questionNegates) {
            return 0;
        }
        return sentence.stream().anyMatch(Token::isNegation) ? 1 : -1;
    }

    private int countOpposites(List<Token> sentence) {
        Set<String> keys = new HashSet<>();
        for (Token token : sentence) {
            keys.add(token.key());
        }
        int opposites = 0;
        for (Token asked : question) {
            if (!keys.contains(asked.key()) && hasOpposite(keys, asked.key())) {
                opposites++;
            }
        }
        return opposites;
    }

    private static boolean hasOpposite(Set<String> sentence, String asked) {
        return sentence.stream().anyMatch(word -> Polarity.areOpposites(asked, word));
    }
}
