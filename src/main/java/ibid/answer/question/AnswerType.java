package ibid.answer.question;

import ibid.answer.CuePhrases;
import java.util.Map;
import java.util.Optional;

/** The kind of thing a question asks for, by how it is worded. */
public enum AnswerType {
    DATE(true),
    NUMBER(true),
    REASON(false),
    STATEMENT(false),
    PERSON(true),
    PLACE(true),
    /** What something or somebody is. */
    DEFINITION(false),
    YES_NO(false),
    /** One of those named: "Which is older, A or B?" */
    CHOICE(false),
    ANY(false);

    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(AnswerType.class, "answer-types.txt");

    private final boolean isFact;

    AnswerType(boolean isFact) {
        this.isFact = isFact;
    }

    /** By its form, else the first type, in declaration order, that has a cue in the question. */
    public static AnswerType of(String question) {
        return ForeignQuestion.of(question).map(ForeignQuestion::type).orElseGet(() -> ofEnglish(question));
    }

    private static AnswerType ofEnglish(String wholeQuestion) {
        String question = QuestionForm.core(wholeQuestion);
        Optional<AnswerType> byForm = QuestionForm.typeOf(question);
        if (byForm.isPresent()) {
            return byForm.get();
        }
        boolean asksForPerson = QuestionForm.asksWho(question) || PersonPhrase.isIn(question);
        AnswerType byCue = asksForPerson ? PERSON : byCue(question);
        boolean mayBeDefinition = byCue == ANY || byCue == PERSON || AskedTerm.isMeaning(question);
        return mayBeDefinition && AskedTerm.of(question).isPresent() ? DEFINITION : byCue;
    }

    private static AnswerType byCue(String question) {
        for (AnswerType type : values()) {
            CuePhrases cues = CUES.get(type.name());
            boolean isCued = cues != null && cues.isIn(question);
            if (isCued && (type != STATEMENT || !KindPhrase.isIn(question))) {
                return type;
            }
            if (type == NUMBER && AskedQuantity.of(question).isKnown()) {
                return type;
            }
        }
        return ANY;
    }

    /** Whether the answer is a few words of the sentence that can be highlighted. */
    public boolean isFact() {
        return isFact;
    }
}
