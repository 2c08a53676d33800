package ibid.article;

import ibid.language.Span;
import ibid.language.Text;
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
    public enum Kind {
        AGENCY,
        ATTRIBUTION,
        LINK
    }

    private static final String AGENCIES =
            "Reuters|AP|The Associated Press|Associated Press|AFP|Agence France-Presse|TASS|Tass|ITAR-TASS|RIA(?: Novosti)?|Interfax|Sputnik|Xinhua|Kyodo(?: News)?|Jiji(?: Press)?|Yonhap|KCNA|Bloomberg(?: News)?|dpa|EFE|ANSA|APA|Anadolu|IRNA|PTI|ANI|IANS|Antara|Bernama|VNA|CNA|UPI|BBC|CNN|NHK|NPR|VOA|RFE/RL|Al Jazeera|Deutsche Welle";
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{N}&.’'-]{0,60}+";
    private static final String OUTLET = "(?:[Tt]he\\s)?(?:(?:" + AGENCIES
            + ")(?![\\p{L}])|(?:\\p{Lu}[\\p{L}&.’'-]{0,60}+\\s){0,3}(?:Times|Post|Journal|News|Guardian|Herald|Tribune|Gazette|Review|Press|Telegraph|Economist|Independent|Mail|Mirror|Chronicle|Standard|Observer|Star|Globe|Radio|TV|Daily)(?!\\p{L})|(?:Le|La|El|Il|Der|Die|Das|De|Al)\\s\\p{Lu}[\\p{L}-]{1,40}+)";
    private static final String NAME =
            "(?<who>(?:the |a |an )?" + CAPITAL + "(?:\\s{1,3}+(?:(?:of|for|on|and|the|de|von|van|al-)\\s{1,3}+){0,4}+"
                    + CAPITAL + "){0,5}|people (?:familiar with|briefed on|close to) the \\p{L}{1,30}+"
                    + "|(?:the |its |his |her |their |a |an |two |three |four |several |some |senior |local |unnamed )(?:[\\p{L}’'-]{1,60}+ ){0,3}?(?:ministry|agency|office|government|report|study|survey|poll|officials?|sources?|diplomats?|analysts?|spokes(?:man|woman|person)|newspaper|daily|magazine|paper|broadcaster|think tank|statement))(?!\\p{L})";
    private static final Pattern AGENCY = Pattern.compile("[(\\[]\\s{0,3}+(?<who>(?:" + AGENCIES
            + ")(?:\\s{0,3}[/,&]\\s{0,3}(?:" + AGENCIES + ")){0,9})\\s{0,3}[)\\]]");
    private static final Pattern SIGNED = Pattern.compile("[—–-]\\s{0,3}+(?<who>" + AGENCIES + ")[.\\s]{0,3}$");
    private static final List<Pattern> ATTRIBUTIONS = List.of(
            Pattern.compile(
                    "\\b(?:[Aa]ccording to|[Aa]s (?:first )?(?:reported|cited|quoted) by|[Cc]iting|[Rr]eported by|(?:first|originally) (?:published|broadcast|aired|printed) (?:by|in|on)|[Ii]nterview(?:ed)? (?:with|by)|(?:seen|obtained|reviewed) by|[Rr]eporting by|(?:[Rr]eport|[Ss]tudy|[Ss]urvey|[Pp]oll|[Aa]nalysis|[Ii]nvestigation|[Rr]esearch|[Dd]ata|[Ff]igures) (?:by|from|(?:published|released|compiled) by))\\s{1,3}+"
                            + NAME),
            Pattern.compile("\\btold\\s{1,3}+(?<who>" + OUTLET + ")"),
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?<who>" + OUTLET
                            + ")(?:[’']s \\p{L}{1,30}+)?\\s{1,3}+(?:(?:also|first|has|had|later) )?(?:said|says|noted|notes|wrote|writes|adds|added|quoted|quotes|cited|revealed|reported|reports)(?!\\p{L})"),
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + NAME
                            + "\\s{1,3}+(?:(?:also|first|has|had|later) )?(?:reported|reports|said in an? (?:statement|report|filing|release|post))(?!\\p{L})"));

    public static List<Mention> in(Text text, Span sentence) {
        String words = text.slice(sentence);
        Text local = new Text(words);
        List<Mention> mentions = new ArrayList<>(found(AGENCY, Kind.AGENCY, local, sentence.start()));
        mentions.addAll(found(SIGNED, Kind.AGENCY, local, sentence.start()));
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
            mentions.add(new Mention(
                    kind,
                    new Span(
                            offset + local.codePointOffset(found.start()), offset + local.codePointOffset(found.end())),
                    who,
                    ""));
        }
        return mentions;
    }
}
