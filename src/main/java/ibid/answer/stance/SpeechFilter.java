package ibid.answer.stance;

import ibid.answer.question.AnswerType;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.answer.rank.Candidate;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.VerbsOfSaying;
import ibid.search.IndexTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Admits the sentences that a question about somebody's words or a side of a matter may be answered with: spoken by the
 * person asked for, and not for the other side.
 */
public final class SpeechFilter {

    private static final int MAX_WORDS_BEFORE_VERB = 3; // "What did Wang Yi later say"
    private static final int MAX_TITLE_CHARS = 60; // "China's foreign minister and member of the Politburo, "
    private static final Set<String> ASKED_VERBS =
            Set.of("think", "thinks", "respond", "responded", "react", "reacted");

    private final Optional<StanceQuestion> side;
    private final Optional<QuestionName> speaker;
    private final Set<String> matter; // terms of what they speak about; empty where that is not told
    private final boolean needsVoice;

    private SpeechFilter(
            Optional<StanceQuestion> side, Optional<QuestionName> speaker, Set<String> matter, boolean needsVoice) {
        this.side = side;
        this.speaker = speaker;
        this.matter = Set.copyOf(matter);
        this.needsVoice = needsVoice;
    }

    public static SpeechFilter of(QuestionAnalysis question) {
        Optional<QuestionName> speaker =
                question.type() == AnswerType.STATEMENT ? findAskedSpeaker(question) : Optional.empty();
        Set<String> matter = new HashSet<>();
        question.terms().forEach(term -> matter.add(term.term()));
        speaker.ifPresent(name -> name.terms().forEach(matter::remove));
        return new SpeechFilter(StanceQuestion.of(question.text()), speaker, matter, false);
    }

    /** Admits only what this one says or does, a body or a country too, and nothing that others say of it. */
    public static SpeechFilter ofSpeaker(QuestionName speaker) {
        return new SpeechFilter(Optional.empty(), Optional.of(speaker), Set.of(), true);
    }

    /** The name with a verb of saying behind it: "What did Wang Yi say about the Quad?". */
    private static Optional<QuestionName> findAskedSpeaker(QuestionAnalysis question) {
        for (QuestionName name : question.names()) {
            if (Names.isBody(name.text())) {
                continue; // its members and its meetings speak for it
            }
            int end = question.text().indexOf(name.text()) + name.text().length();
            Lexemes behind = new Lexemes(question.text().substring(end));
            for (int at = 0; at <= MAX_WORDS_BEFORE_VERB; at++) {
                if (VerbsOfSaying.contains(behind.key(at)) || ASKED_VERBS.contains(behind.key(at))) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    public boolean admits(Candidate sentence) {
        if (needsVoice) {
            return speaker.stream().anyMatch(name -> new Voice(name).isIn(sentence));
        }
        return isOfSide(sentence) && (speaker.isEmpty() || isSpokenBy(speaker.get(), sentence));
    }

    private boolean isOfSide(Candidate sentence) {
        if (side.isEmpty()) {
            return true;
        }
        SentenceStance stance =
                SentenceStance.of(sentence.text(), sentence.hit().article().imprint());
        return stance.side() != side.get().side().opposite();
    }

    /**
     * Whether the sentence gives its words to the person, or to nobody and is about the matter, or follows a sentence
     * in which the person was named last. For a country or body anybody may speak whom the sentence ties to it.
     */
    private boolean isSpokenBy(QuestionName name, Candidate sentence) {
        String text = sentence.text();
        Optional<Speaker> found = Speaker.of(text);
        boolean isNamed = isIn(name, text);
        if (found.isPresent() && !found.get().isPronoun()) {
            return isIn(name, found.get().name()) || isNamed && ties(name, found.get(), text);
        }
        return isNamed ? found.isPresent() || isOnMatter(text) : isNamedLastBefore(name, sentence);
    }

    private boolean isOnMatter(String text) {
        return matter.isEmpty() || IndexTerms.of(text).stream().anyMatch(matter::contains);
    }

    private static boolean isNamedLastBefore(QuestionName name, Candidate sentence) {
        String last = Opinions.lastPersonBefore(sentence);
        boolean isOther = !last.isEmpty() && !isIn(name, last);
        return !isOther
                && Opinions.textBefore(sentence)
                        .filter(before -> isIn(name, before))
                        .isPresent();
    }

    private static boolean isIn(QuestionName name, String text) {
        Set<String> terms = new HashSet<>(IndexTerms.of(text));
        return name.isMeantBy(terms::contains);
    }

    /** "India's minister, Jaishankar, said": whether the name stands directly before the speaker's. */
    static boolean ties(QuestionName name, Speaker speaker, String text) {
        int at = text.indexOf(speaker.name());
        if (at <= 0) {
            return false;
        }
        List<String> before = IndexTerms.of(text.substring(Math.max(0, at - MAX_TITLE_CHARS), at));
        return name.isMeantBy(before::contains);
    }

    /** Who speaks in a sentence that was admitted; empty where it gives its words to nobody. */
    public String speakerOf(String sentence) {
        Optional<Speaker> found = Speaker.of(sentence);
        if (found.isPresent() && !found.get().isPronoun()) {
            return found.get().name();
        }
        return found.isPresent() ? speaker.map(QuestionName::text).orElse("") : "";
    }
}
