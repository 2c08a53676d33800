package ibid.search.rewrite;

import ibid.language.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a follow-up into words that can be searched without the conversation: "and India?" takes the place of the name
 * asked about before, a pronoun that of the person or thing it must mean, a bare "why?" goes before what was asked, and
 * where only the subject is left unsaid it is added in brackets. Rules, no model; a question that needs nothing is left
 * as it is.
 */
public final class RuleQueryRewriter implements QueryRewriter {

    private static final Pattern ELLIPSIS = Pattern.compile(
            "(?i)^(?:(?:and|but|or|so|ok|okay|then|also)\\b[\\s,]*)?(?:(?:what|how) about\\s+|and\\s+(?:what about\\s+)?)(?:(?<preposition>in|on|about|for|with|by|from|at|of|to)\\s+)?(?<thing>[^?]{2,60}?)\\s*\\??$");
    private static final Pattern VERB = Pattern.compile(
            "(?i)^(who|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b");
    private static final Pattern BARE = Pattern.compile(
            "(?i)^(?:and\\s+|but\\s+|so\\s+)?(?<word>why|when|where|who|how|how many|how much|how so|since when|which ones?|says who|who said (?:that|so|it))(?: not| exactly| was (?:that|it|this)| is (?:that|it|this)| did (?:that|it|this) happen)?\\s*\\??$");
    private static final Pattern PERSON = Pattern.compile("(?i)\\b(he|she|him|his|her|hers)\\b");
    private static final Pattern WHEN = Pattern.compile(
            "(?i)^(?:(?:and|but|or|so|what about|how about)\\b[\\s,]*)*(?<when>(?:in|by|since|before|after|until|during) (?:\\p{L}+ )?\\d{4})\\s*\\??$");
    private static final Pattern WHICH =
            Pattern.compile("(?i)^(?:and\\s+|so\\s+)?(?:which|who)(?: ones?| of (?:them|these|the two))?\\b");
    private static final Pattern OF_TWO = Pattern.compile("(?i)\\bthe (?<which>former|latter)\\b");
    private static final Pattern EVENT = Pattern.compile(
            "(?i)^(?:(?:and|but|so|ok|oh|why|when|how|where)\\b[\\s,]*)*(?:was|is|did|does|has|had|will|would|could|can) (?:that|this)(?=\\s*\\?|\\s+(?:\\p{Ll}+ed|\\p{Ll}+ing|an?|the|in|for|to|by|not|why|because|true|really|ever|happen|mean|work|change|cause|help|legal|possible|enough)\\b)");
    private static final Pattern ONE = Pattern.compile(
            "(?i)\\b(?!which|no|any|every|some|this|that|each|another)(?:\\p{L}[\\p{L}-]+)\\s+(?<one>ones?)\\b(?!\\s+of\\b)");
    private static final Pattern THERE =
            Pattern.compile("(?i)(?<!is |are |was |were |be )\\bthere\\b(?! (?:is|are|was|were))");
    private static final Pattern LEAD_IN = Pattern.compile(
            "(?i)^(?:and\\s+|but\\s+)?(?:who|whom|whose|what|when|where|why|how(?: many| much| long| large| far| often)?|which)?\\s*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)?\\s+");

    @Override
    public StandAloneQuestion rewrite(String question, List<EarlierTurn> earlier) {
        return new StandAloneQuestion(form(question, earlier));
    }

    private static String form(String question, List<EarlierTurn> earlier) {
        if (earlier.isEmpty() || ContextDependence.changesSubject(question)) return question;
        EarlierTurn last = earlier.getLast();
        ConversationTopic theme = ConversationTopic.of(earlier);
        Matcher bare = BARE.matcher(question.strip());
        if (bare.matches()) return afresh(bare.group("word"), last.query());
        Matcher when = WHEN.matcher(question.strip());
        if (when.matches()) return atTime(ConversationTopic.bare(last.query()), when.group("when"));
        Matcher ellipsis = ELLIPSIS.matcher(question.strip());
        if (ellipsis.matches() && !VERB.matcher(ellipsis.group("thing")).find())
            return inPlace(question, last.query(), ellipsis, theme);
        return withPronounsMeant(question, earlier, theme);
    }

    /** The earlier question asked with another word: "Did India agree?", "why?" makes "Why did India agree?". */
    private static String afresh(String word, String before) {
        String opening = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        boolean yesNo =
                before.matches("(?i)^(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b.*");
        if (yesNo) return opening + " " + before.substring(0, 1).toLowerCase(Locale.ROOT) + before.substring(1);
        return opening + ": " + subject(before) + "?";
    }

    /** "and in 2023?": the earlier question, of another time. */
    private static String atTime(String before, String when) {
        String timeless = before.replaceAll(
                        "(?i)\\s*\\b(in|by|since|before|after|until|during) (?:\\p{L}+ )?\\d{4}\\b", "")
                .replaceAll("[\\s?.!]*$", "");
        return timeless + " " + when + "?";
    }

    /** The earlier question with the thing now named in the place of what it asked about. */
    private static String inPlace(String question, String before, Matcher ellipsis, ConversationTopic theme) {
        String thing = ellipsis.group("thing"), preposition = ellipsis.group("preposition");
        boolean named = !Names.in("about " + thing).isEmpty(); // else its first word would only open a sentence
        List<Names.Name> names = Names.in(before);
        Optional<Names.Name> replaced = names.stream()
                .filter(name -> preposition == null
                        || before.substring(0, name.start())
                                .matches("(?is).*\\b" + preposition + "\\s+(the\\s+|an?\\s+)?$"))
                .findFirst()
                .or(() -> names.stream().findFirst());
        if (named && replaced.isPresent())
            return put(before, replaced.get().start(), replaced.get().end(), thing);
        List<NounPhrases.Phrase> phrases = NounPhrases.in(before);
        if (!NounPhrases.in(thing).isEmpty()
                && !ContextDependence.byPronoun(thing)
                && replaced.isEmpty()
                && !phrases.isEmpty()) {
            return put(before, phrases.getFirst().start(), phrases.getFirst().end(), thing, named);
        }
        return bracketed(question, Stream.of(theme.topic()));
    }

    private static String put(String before, int start, int end, String thing) {
        return put(before, start, end, thing, false);
    }

    /** @param bare whether an article before the place goes too; it does in any case where the thing brings its own */
    private static String put(String before, int start, int end, String thing, boolean bare) {
        String article = bare || thing.matches("(?i)(the|an?)\\s.*") ? "(?i)\\b(the|an?)\\s+$" : "$^";
        return before.substring(0, start).replaceAll(article, "") + thing + before.substring(end);
    }

    private static String withPronounsMeant(String question, List<EarlierTurn> earlier, ConversationTopic theme) {
        Matcher person = PERSON.matcher(question);
        if (person.find()
                && Names.in(question.substring(0, person.start())).stream()
                        .noneMatch(name -> name.words() > 1
                                || !name.text().equals(name.text().toUpperCase(Locale.ROOT)))) {
            Optional<String> who = person(earlier.getLast());
            if (who.isPresent()) return replace(question, person, who.get());
            return bracketed(question, Stream.of(theme.topic()));
        }
        Optional<String> chosen =
                ofTwo(question, ConversationTopic.bare(earlier.getLast().query()));
        if (chosen.isPresent()) return chosen.get();
        if (EVENT.matcher(question).find())
            return bracketed(
                    question,
                    Stream.of(new ConversationTopic.Subject(
                            "", subject(ConversationTopic.bare(earlier.getLast().query())))));
        boolean pointing = ContextDependence.byPronoun(question);
        if (theme.root().isEmpty() || !pointing && !ContextDependence.leavesUnsaid(question)) return question;
        Matcher one = ONE.matcher(question);
        if (one.find())
            return put(
                    question,
                    one.start("one"),
                    one.end("one"),
                    kind(earlier.getLast(), theme, one.group("one").endsWith("s")));
        Matcher there = THERE.matcher(question);
        Optional<String> place = place(earlier);
        if (there.find() && place.isPresent()) {
            String placed = put(question, there.start(), there.end(), place.get());
            return earlier.getLast().query().contains(theme.topic().text())
                    ? bracketed(placed, Stream.of(theme.topic()))
                    : placed;
        }
        Matcher thing = ContextDependence.pronoun(question);
        if (pointing && thing.find() && agrees(thing.group(), theme.topic()))
            return replace(question, thing, theme.topic().said());
        return bracketed(
                question,
                pointing ? Stream.of(theme.topic()) : Stream.concat(theme.aside().stream(), Stream.of(theme.root())));
    }

    /** "The latter", or "which is bigger?" of the two that were named before. */
    private static Optional<String> ofTwo(String question, String before) {
        List<String> names = Names.in(before).stream()
                .map(name -> (before.startsWith("the ", Math.max(0, name.start() - 4)) ? "the " : "") + name.text())
                .distinct()
                .toList();
        if (names.size() < 2) return Optional.empty();
        Matcher named = OF_TWO.matcher(question);
        if (named.find())
            return Optional.of(put(
                    question,
                    named.start(),
                    named.end(),
                    names.get(named.group("which").equalsIgnoreCase("latter") ? 1 : 0)));
        boolean choice =
                WHICH.matcher(question).find() && NounPhrases.in(question).isEmpty();
        return choice
                ? Optional.of(bracketed(
                        question, Stream.of(new ConversationTopic.Subject("", names.get(0) + " or " + names.get(1)))))
                : Optional.empty();
    }

    /** What "one" is one of: the last thing of that number in the question before, else the topic. */
    private static String kind(EarlierTurn last, ConversationTopic theme, boolean plural) {
        String query = ConversationTopic.bare(last.query());
        List<NounPhrases.Phrase> phrases = NounPhrases.in(query).stream()
                .filter(phrase -> !phrase.named() && phrase.text().matches(".*[^sui]s") == plural)
                .filter(phrase ->
                        plural || query.substring(0, phrase.start()).matches("(?is).*\\b(an?|the|my|your)\\s+$"))
                .toList();
        return phrases.isEmpty()
                ? theme.topic().text()
                : plural ? phrases.getFirst().text() : phrases.getLast().text();
    }

    /** The place last named, with its preposition. */
    private static Optional<String> place(List<EarlierTurn> earlier) {
        for (EarlierTurn turn : earlier.reversed()) {
            String query = turn.query();
            Optional<Names.Name> name = Names.in(query).stream()
                    .filter(one ->
                            query.substring(0, one.start()).matches("(?is).*\\b(in|at|to|around|near)\\s+(the\\s+)?$"))
                    .findFirst();
            if (name.isPresent())
                return name.map(one -> "in "
                        + (query.substring(0, one.start()).matches("(?is).*\\bthe\\s+$") ? "the " : "") + one.text());
        }
        return Optional.empty();
    }

    private static boolean agrees(String pronoun, ConversationTopic.Subject topic) {
        if (pronoun.matches("(?i)this|that")) return false;
        return topic.isName() || pronoun.matches("(?i)they|them|their|theirs") == topic.isPlural();
    }

    private static String bracketed(String question, Stream<ConversationTopic.Subject> subjects) {
        String missing = subjects.map(ConversationTopic.Subject::text)
                .filter(one -> !one.isEmpty() && !holds(question, one))
                .collect(Collectors.joining(", "));
        if (missing.isEmpty()) return question;
        String end = question.strip().matches("(?s).*[.!]$")
                ? question.strip().substring(question.strip().length() - 1)
                : "?";
        return question.replaceAll("[\\s?.!]*$", "") + " (" + missing + ")" + end;
    }

    private static boolean holds(String question, String phrase) {
        return question.toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT));
    }

    /** The person asked about before, else the first one the answer named. */
    private static Optional<String> person(EarlierTurn last) {
        String query = ConversationTopic.bare(last.query());
        List<Names.Name> named = Names.in(query).stream()
                .filter(name -> !query.substring(name.end()).matches("(?s)\\s+\\p{Ll}{3,}(?<!ing|ed)s\\b.*"))
                .toList(); // "Information Retrieval researchers" names no person
        return named.stream()
                .filter(name -> name.words() > 1
                        || Names.in(last.answer()).stream()
                                .anyMatch(full -> full.text().endsWith(" " + name.text())))
                .map(Names.Name::text)
                .findFirst()
                .or(() -> named.stream()
                        .map(Names.Name::text)
                        .filter(name -> !name.equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst())
                .or(() -> Names.in(last.answer()).stream()
                        .filter(name -> name.words() > 1)
                        .map(Names.Name::text)
                        .findFirst());
    }

    private static String replace(String question, Matcher pronoun, String name) {
        boolean possessive = pronoun.group().matches("(?i)his|hers|its|their|her")
                && question.substring(pronoun.end()).matches("(?s)\\s+\\p{Ll}.*");
        return question.substring(0, pronoun.start())
                + name
                + (possessive ? "’s" : "")
                + question.substring(pronoun.end());
    }

    /** What a question is about: itself without its question word and auxiliary. */
    private static String subject(String question) {
        String subject = LEAD_IN.matcher(question).replaceFirst("").replaceAll("\\s*[?.]+$", "");
        return subject.isBlank() ? question : subject;
    }
}
