package ibid.read;

import ibid.article.Mention;
import ibid.language.CharRuns;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.VerbsOfSaying;
import ibid.read.manuscript.Alternatives;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the sources that a sentence names in passing: agencies in brackets, reporting outlets, and sources after
 * "according to".
 */
final class MentionRecognizer {

    private static final String AGENCIES = Alternatives.names(MentionRecognizer.class, "agencies.txt");
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{N}&.’'-]{0,60}+";
    private static final String PARTICLES = "(?:(?:of|for|on|and|the|de|von|van|al-)\\s{1,3}+){0,4}+";
    private static final String PROPER_NAME =
            "(?:the |a |an )?" + CAPITAL + "(?:\\s{1,3}+" + PARTICLES + CAPITAL + "){0,5}";
    private static final String PEOPLE_WITH_KNOWLEDGE =
            "people (?:familiar with|briefed on|close to) the \\p{L}{1,30}+";
    private static final String DETERMINERS =
            "(?:the|its|his|her|their|an?|two|three|four|several|some|senior|local|unnamed) ";
    private static final String UNNAMED = DETERMINERS + "(?:[\\p{L}’'-]{1,60}+ ){0,3}?"
            + Alternatives.expressions(MentionRecognizer.class, "source-nouns.txt");
    private static final String NAME =
            "(?<who>" + PROPER_NAME + "|" + PEOPLE_WITH_KNOWLEDGE + "|" + UNNAMED + ")(?!\\p{L})";

    private static final String OUTLET_NOUNS = Alternatives.words(MentionRecognizer.class, "outlet-nouns.txt");
    private static final String ENGLISH_OUTLET =
            "(?:\\p{Lu}[\\p{L}&.’'-]{0,60}+\\s){0,3}" + OUTLET_NOUNS + "(?!\\p{L})";
    private static final String FOREIGN_OUTLET = "(?:Le|La|El|Il|Der|Die|Das|De|Al)\\s\\p{Lu}[\\p{L}-]{1,40}+";
    private static final String OUTLET =
            "(?<who>(?:[Tt]he\\s)?(?:" + AGENCIES + "(?!\\p{L})|" + ENGLISH_OUTLET + "|" + FOREIGN_OUTLET + "))";

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String ADVERBS = "\\s{1,3}+(?:(?:also|first|has|had|later) )?";
    private static final String REPORTING = "(?:" + VerbsOfSaying.alternativesAfterSource() + ")(?!\\p{L})";
    private static final String STATING =
            "(?:report(?:ed|s)|said in an? (?:statement|report|filing|release|post))(?!\\p{L})";

    private static final String MORE_AGENCIES = "(?:\\s{0,3}[/,&]\\s{0,3}" + AGENCIES + "){0,9}";
    private static final List<Pattern> AGENCY_CREDITS = List.of(
            Pattern.compile("[(\\[]\\s{0,3}+(?<who>" + AGENCIES + MORE_AGENCIES + ")\\s{0,3}[)\\]]"),
            Pattern.compile("[—–-]\\s{0,3}+(?<who>" + AGENCIES + ")[.\\s]{0,3}$"));
    private static final List<Pattern> ATTRIBUTIONS = List.of(
            Pattern.compile(
                    "\\b" + Alternatives.expressions(MentionRecognizer.class, "attributions.txt") + "\\s{1,3}+" + NAME),
            Pattern.compile("\\btold\\s{1,3}+" + OUTLET),
            Pattern.compile(NO_WORD_BEFORE + OUTLET + "(?:[’']s \\p{L}{1,30}+)?" + ADVERBS + REPORTING),
            Pattern.compile(NO_WORD_BEFORE + NAME + ADVERBS + STATING));

    private MentionRecognizer() {}

    static List<Mention> in(Text text, Span sentence) {
        Text words = new Text(text.slice(sentence));
        List<Mention> mentions = new ArrayList<>();
        for (Pattern credit : AGENCY_CREDITS) {
            mentions.addAll(matches(credit, Mention.Kind.AGENCY, words, sentence.start()));
        }
        for (Pattern attribution : ATTRIBUTIONS) {
            matches(attribution, Mention.Kind.ATTRIBUTION, words, sentence.start())
                    .forEach(found -> addApart(mentions, found));
        }
        return mentions;
    }

    private static void addApart(List<Mention> mentions, Mention found) {
        if (mentions.stream().noneMatch(other -> other.span().overlaps(found.span()))) {
            mentions.add(found);
        }
    }

    private static List<Mention> matches(Pattern pattern, Mention.Kind kind, Text words, int offset) {
        return pattern.matcher(words.value())
                .results()
                .map(match -> new Mention(kind, span(match, words, offset), source(match), ""))
                .toList();
    }

    private static Span span(MatchResult match, Text words, int offset) {
        int start = offset + words.codePointOffset(match.start());
        return new Span(start, offset + words.codePointOffset(match.end()));
    }

    private static String source(MatchResult match) {
        return withoutPossessive(match.group("who"));
    }

    /** "the BBC’s" names the BBC. */
    private static String withoutPossessive(String source) {
        int end = source.endsWith("s") ? source.length() - 1 : source.length();
        int cut = CharRuns.start(source, end, CharRuns.anyOf(".’'"));
        return cut < end ? source.substring(0, cut).strip() : source.strip();
    }
}
