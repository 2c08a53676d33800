package ibid.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source an article names in its running text, without a note of its own.
 *
 * @param span   the words that name it, in the canonical text
 * @param source who is named: an outlet, an office, a person; for a link the words it stands on
 * @param url    where a link leads, else empty
 */
public record Mention(Kind kind, Span span, String source, String url) {

    /** AGENCY: "(Reuters)"; ATTRIBUTION: "according to the ministry"; LINK: words that lead elsewhere. */
    public enum Kind { AGENCY, ATTRIBUTION, LINK }

    private static final String AGENCIES = "Reuters|AP|The Associated Press|Associated Press|AFP|Agence France-Presse|TASS|ITAR-TASS|RIA(?: Novosti)?|Interfax|Sputnik|Xinhua|Kyodo(?: News)?|Jiji(?: Press)?|Yonhap|Bloomberg|dpa|EFE|ANSA|APA|Anadolu|IRNA|PTI|ANI|IANS|Antara|Bernama|VNA|CNA|UPI|BBC|CNN|NHK|Al Jazeera";
    private static final Pattern AGENCY = Pattern.compile("[(\\[]\\s*(?<who>(?:" + AGENCIES + ")(?:\\s*[/,&]\\s*(?:" + AGENCIES + "))*)\\s*[)\\]]");
    private static final String NAME = "(?<who>(?:the |a |an )?(?:\\p{Lu}[\\p{L}\\p{N}&.’'-]{0,60})(?:\\s+(?:(?:of|for|on|and|the|de|von|van|al-)\\s+){0,4}\\p{Lu}[\\p{L}\\p{N}&.’'-]{0,60}){0,5}|(?:the |its |his |her |their |a |an )(?:[\\p{L}’'-]{1,60} ){0,3}(?:ministry|agency|office|government|report|study|survey|poll|officials?|spokes(?:man|woman|person)|newspaper|daily|magazine|paper|broadcaster|think tank|statement))";
    private static final List<Pattern> ATTRIBUTIONS = List.of(Pattern.compile("\\b(?:[Aa]ccording to|[Aa]s (?:first )?(?:reported|cited|quoted) by|[Cc]iting|[Rr]eported by)\\s+" + NAME),
            Pattern.compile(NAME + "\\s+(?:reported|reports)\\b"), Pattern.compile("\\btold\\s+(?<who>(?:" + AGENCIES + "|(?:[Tt]he )?(?:\\p{Lu}[\\p{L}&.’'-]*\\s+){0,3}(?:Times|Post|Journal|News|Guardian|Herald|Tribune|Gazette|Review|Press|Telegraph|Economist|Independent|Mail|Mirror|Chronicle|Standard|Observer|Star|Globe|Radio|TV))\\b)"));

    static List<Mention> in(Text text, Span sentence) {
        String words = text.slice(sentence);
        Text local = new Text(words);
        List<Mention> mentions = new ArrayList<>(found(AGENCY, Kind.AGENCY, local, sentence.start()));
        for (Pattern pattern : ATTRIBUTIONS) {
            for (Mention one : found(pattern, Kind.ATTRIBUTION, local, sentence.start())) {
                if (mentions.stream().noneMatch(other -> other.span().overlaps(one.span()))) mentions.add(one);
            }
        }
        return mentions;
    }

    private static List<Mention> found(Pattern pattern, Kind kind, Text local, int offset) {
        List<Mention> mentions = new ArrayList<>();
        Matcher found = pattern.matcher(local.value());
        while (found.find()) {
            String who = found.group("who").replaceAll("[.’']+(?:s)?$", "").strip();
            mentions.add(new Mention(kind, new Span(offset + local.codePointOffset(found.start()), offset + local.codePointOffset(found.end())), who, ""));
        }
        return mentions;
    }
}
