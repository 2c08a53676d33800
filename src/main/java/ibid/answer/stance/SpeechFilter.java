package ibid.answer.stance;

import ibid.answer.question.AnswerType;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import ibid.search.grammar.Country;
import ibid.search.grammar.Metonyms;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Admits the sentences that a question about somebody's words or a side of a matter may be answered with: spoken by the
 * person asked for, and not for the other side.
 */
public final class SpeechFilter {

    private static final int MAX_WORDS_BEFORE_VERB = 3; // "What did Wang Yi later say"
    private static final int MAX_TITLE_CHARS = 60; // "China's foreign minister and member of the Politburo, "
    private static final Set<String> ASKED_WORDS = WordList.read(SpeechFilter.class, "asked-words.txt");
    private static final int MAX_SENTENCES_TO_MATTER = 2; // before a response to it
    /** Of the best sentence's score: what the person asked for says comes before what is told of them. */
    private static final double MIN_SPOKEN_SHARE = 0.05;

    private final Optional<StanceQuestion> side;
    private final Optional<QuestionName> speaker;
    private final Set<String> matter; // terms of what they speak about; empty where that is not told
    private final boolean needsVoice;
    private final boolean isResponse; // told after its matter, and as often an act as words

    private SpeechFilter(
            Optional<StanceQuestion> side,
            Optional<QuestionName> speaker,
            Set<String> matter,
            boolean needsVoice,
            boolean isResponse) {
        this.side = side;
        this.speaker = speaker;
        this.matter = Set.copyOf(matter);
        this.needsVoice = needsVoice;
        this.isResponse = isResponse;
    }

    public static SpeechFilter of(QuestionAnalysis question) {
        boolean asksForWords = question.type() == AnswerType.STATEMENT || question.type() == AnswerType.REASON;
        Optional<QuestionName> speaker = asksForWords ? findAskedSpeaker(question) : Optional.empty();
        Set<String> matter = new HashSet<>();
        for (QueryTerm term : question.terms()) {
            matter.add(term.term());
            matter.addAll(Metonyms.of(term.term())); // "about Seoul" is about South Korea
        }
        speaker.ifPresent(name -> name.terms().forEach(matter::remove));
        return new SpeechFilter(StanceQuestion.of(question.text()), speaker, matter, false, question.asksForResponse());
    }

    /** Admits only what this one says or does, a body or a country too, and nothing that others say of it. */
    public static SpeechFilter ofSpeaker(QuestionName speaker) {
        return new SpeechFilter(Optional.empty(), Optional.of(speaker), Set.of(), true, false);
    }

    /** The name with a word of saying behind it: "What did Wang Yi say about the Quad?", "Wang Yi's view of it". */
    private static Optional<QuestionName> findAskedSpeaker(QuestionAnalysis question) {
        for (QuestionName name : question.names()) {
            boolean mayActInstead = question.type() == AnswerType.REASON && Country.isMeantBy(name.text());
            if (Names.isBody(name.text()) || mayActInstead) {
                continue; // its members and its meetings speak for it
            }
            int end = question.text().indexOf(name.text()) + name.text().length();
            Lexemes behind = new Lexemes(question.text().substring(end));
            for (int at = 0; at <= MAX_WORDS_BEFORE_VERB; at++) {
                if (VerbsOfSaying.contains(behind.key(at)) || ASKED_WORDS.contains(behind.key(at))) {
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
        return isNamed
                ? found.isPresent() || isOnMatter(sentence)
                : (!isResponse || found.isPresent()) && isNamedLastBefore(name, sentence);
    }

    private boolean isOnMatter(Candidate sentence) {
        return isOnMatter(sentence.text()) || isResponse && isBehindMatter(sentence);
    }

    private boolean isBehindMatter(Candidate sentence) {
        return IntStream.rangeClosed(1, MAX_SENTENCES_TO_MATTER)
                .mapToObj(back -> Opinions.textBefore(sentence, back))
                .anyMatch(before -> before.filter(this::isOnMatter).isPresent());
    }

    /**
     * The same sentences with one first in which the person asked for speaks, unless the best one is such or there is
     * none nearly as good.
     *
     * @param ranked best first
     */
    public List<ScoredCandidate> spokenFirst(List<ScoredCandidate> ranked) {
        if (ranked.isEmpty() || !isPersonAsked() || isSpoken(ranked.getFirst())) {
            return ranked;
        }
        double least = MIN_SPOKEN_SHARE * ranked.getFirst().score();
        Optional<ScoredCandidate> spoken = ranked.stream()
                .filter(one -> one.score() >= least)
                .filter(this::isSpoken)
                .findFirst();
        return spoken.map(one -> ScoredCandidate.withFirst(one, ranked)).orElse(ranked);
    }

    /** Countries act as often as they speak. */
    private boolean isPersonAsked() {
        return speaker.filter(name -> !Country.isMeantBy(name.text())).isPresent();
    }

    private boolean isSpoken(ScoredCandidate one) {
        Optional<Speaker> found = Speaker.of(one.text());
        return found.filter(voice -> voice.isPronoun() || isIn(speaker.orElseThrow(), voice.name()))
                .isPresent();
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
