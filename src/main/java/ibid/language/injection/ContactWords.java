package ibid.language.injection;

import ibid.language.CharRuns;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a sentence that are addresses, numbers to call or to pay to, and secrets. */
final class ContactWords {

    private static final Set<String> TOP_LEVEL_DOMAINS = WordList.read(ContactWords.class, "top-level-domains.txt");
    private static final Set<String> CALLS = WordList.read(ContactWords.class, "call-words.txt");
    private static final Set<String> SECRETS = WordList.read(ContactWords.class, "secrets.txt");
    private static final Set<String> JOINED_SECRETS = WordList.read(ContactWords.class, "joined-secrets.txt");
    private static final Set<String> PUBLIC_ENDINGS = WordList.read(ContactWords.class, "public-endings.txt");
    private static final Set<String> ENTERINGS = WordList.read(ContactWords.class, "entering.txt");
    private static final Set<String> YOURS = WordList.read(ContactWords.class, "yours.txt");
    private static final String ENCLOSING = "\"“”„‘’'«»()[]<>‹›{},;:!?。，：；！？、…*|";
    private static final String PHONE_SIGNS = "+()-–./ \u00A0";
    private static final int MIN_PHONE_DIGITS = 7; // without the area code
    private static final int MAX_PHONE_DIGITS = 15; // ITU-T E.164
    private static final int MIN_CALLED_DIGITS = 6; // after "call"
    private static final int MIN_IBAN_CHARS = 15; // Norway's; the longest has 34
    private static final int MIN_KEY_CHARS = 26; // of a bitcoin address
    private static final int CARD_DIGITS = 16;
    private static final int CARD_GROUP = 4;
    private static final int MIN_LINK_LABELS = 3; // "a.b.example" needs no known ending

    private final List<String> tokens = new ArrayList<>();
    private final String sentence;

    ContactWords(String sentence) {
        this.sentence = sentence;
        for (String part : sentence.split("\\s+")) {
            addParts(part);
        }
    }

    /** Ideographs have no spaces, so that an address among them is cut out. */
    private void addParts(String part) {
        int at = 0;
        while (at < part.length()) {
            int end = CharRuns.end(part, at, sign -> !isBorder(sign));
            if (end > at) {
                tokens.add(trim(part.substring(at, end)));
            }
            at = Math.max(end, at + 1);
        }
    }

    private static boolean isBorder(int sign) {
        return Character.isIdeographic(sign)
                || sign >= 0x3040 && sign < 0x3100
                || ENCLOSING.indexOf(sign) >= 0 && sign != ':' && sign != '\'' && sign != '?';
    }

    private static String trim(String token) {
        int end = token.length();
        while (end > 0
                && (".-–".indexOf(token.charAt(end - 1)) >= 0 || ENCLOSING.indexOf(token.charAt(end - 1)) >= 0)) {
            end--;
        }
        return token.substring(0, end);
    }

    Set<ContactDetail> details() {
        Set<ContactDetail> found = EnumSet.noneOf(ContactDetail.class);
        for (String token : tokens) {
            if (isEmail(token)) {
                found.add(ContactDetail.EMAIL);
            } else if (isLink(token)) {
                found.add(ContactDetail.LINK);
            } else if (isPaymentKey(token)) {
                found.add(ContactDetail.PAYMENT);
            }
        }
        addNumbers(found);
        if (hasSecret()) {
            found.add(ContactDetail.CREDENTIAL);
        }
        return found;
    }

    private static boolean isEmail(String token) {
        int at = token.indexOf('@');
        return at > 0 && token.indexOf('.', at) > at + 1 && !isPublic(token.substring(at + 1));
    }

    private static boolean isLink(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        int scheme = lower.indexOf("://");
        String host = host(scheme >= 0 ? lower.substring(scheme + "://".length()) : token);
        if (scheme >= 0 || lower.startsWith("www.") || lower.startsWith("hxxp")) {
            return !isPublic(host);
        }
        return !isName(token) && isHost(host) && !isPublic(host);
    }

    private static String host(String address) {
        return address.substring(0, CharRuns.end(address, 0, CharRuns.noneOf("/?#:")));
    }

    /** Whether only a state, a university or a body of several states can have the address. */
    private static boolean isPublic(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.indexOf('@') < 0 && PUBLIC_ENDINGS.stream().anyMatch(ending -> lower.endsWith("." + ending));
    }

    /** "Amazon.com": a body that has its address as its name, without a path. */
    private static boolean isName(String token) {
        int dot = token.indexOf('.');
        return Character.isUpperCase(token.isEmpty() ? 0 : token.codePointAt(0))
                && dot > 0
                && CharRuns.end(token, dot + 1, Character::isLetter) == token.length();
    }

    /** "portal.example.org", but neither "U.S." nor "the end.The". */
    private static boolean isHost(String token) {
        List<String> labels = List.of(token.split("\\.", -1));
        if (labels.size() < 2 || !labels.stream().allMatch(ContactWords::isLabel)) {
            return false;
        }
        String last = labels.getLast();
        boolean known = TOP_LEVEL_DOMAINS.contains(last);
        return known || labels.size() >= MIN_LINK_LABELS && last.equals(last.toLowerCase(Locale.ROOT));
    }

    private static boolean isLabel(String label) {
        boolean plain = label.chars().allMatch(sign -> sign < 0x80 && (Character.isLetterOrDigit(sign) || sign == '-'));
        return plain && label.length() >= 2 && label.chars().anyMatch(Character::isLetter);
    }

    private static boolean isPaymentKey(String token) {
        String key = token.startsWith("0x") ? token.substring(2) : token;
        boolean plain = key.chars().allMatch(sign -> sign < 0x80 && Character.isLetterOrDigit(sign));
        long digits = key.chars().filter(Character::isDigit).count();
        boolean isIban = key.length() >= MIN_IBAN_CHARS
                && Character.isUpperCase(key.charAt(0))
                && Character.isUpperCase(key.charAt(1))
                && digits >= key.length() / 2;
        return plain && (isIban || key.length() >= MIN_KEY_CHARS && digits > 2 && digits < key.length());
    }

    /** Phone numbers, card numbers and account numbers in groups. */
    private void addNumbers(Set<ContactDetail> found) {
        int at = 0;
        while (at < sentence.length()) {
            int end = CharRuns.end(sentence, at, ContactWords::isOfNumber);
            if (end > at) {
                addNumber(sentence.substring(at, end).strip(), startsAccount(at), found);
            }
            at = Math.max(end, at + 1);
        }
    }

    private static boolean isOfNumber(int sign) {
        return sign >= '0' && sign <= '9' || PHONE_SIGNS.indexOf(sign) >= 0;
    }

    /** Whether two capitals stand before the number, as in "DE89 3704 0044". */
    private boolean startsAccount(int at) {
        return at >= 2
                && Character.isUpperCase(sentence.charAt(at - 1))
                && Character.isUpperCase(sentence.charAt(at - 2));
    }

    private void addNumber(String number, boolean account, Set<ContactDetail> found) {
        long digits = number.chars().filter(Character::isDigit).count();
        if (digits < MIN_CALLED_DIGITS) {
            return;
        }
        int first = CharRuns.end(number, 0, sign -> !Character.isDigit(sign));
        List<String> groups = List.of(number.substring(first).split("[^0-9]+"));
        if (account && digits >= MIN_IBAN_CHARS - 1 || digits == CARD_DIGITS && isInFours(groups)) {
            found.add(ContactDetail.PAYMENT);
        } else if (digits <= MAX_PHONE_DIGITS && isPhone(number, digits, groups)) {
            found.add(ContactDetail.PHONE);
        }
    }

    private static boolean isInFours(List<String> groups) {
        return groups.stream().allMatch(group -> group.length() == CARD_GROUP);
    }

    private boolean isPhone(String number, long digits, List<String> groups) {
        if (groups.stream().allMatch(ContactWords::isYear)) {
            return false;
        }
        if (callsSomebody() && groups.stream().noneMatch(ContactWords::isYear)) {
            return true;
        }
        boolean isLong = digits >= MIN_PHONE_DIGITS && !isDate(number, groups);
        return isLong && (isPrefixed(number) && groups.size() > 1 || isAmerican(groups));
    }

    private static boolean isPrefixed(String number) {
        return "+0(".indexOf(number.charAt(0)) >= 0;
    }

    private static boolean isAmerican(List<String> groups) {
        return groups.size() == 3
                && groups.getFirst().length() == 3
                && groups.getLast().length() == CARD_GROUP;
    }

    /** "12.05.2021" */
    private static boolean isDate(String number, List<String> groups) {
        return number.indexOf('.') > 0
                && groups.size() == 3
                && groups.getFirst().length() <= 2
                && groups.getLast().length() == CARD_GROUP;
    }

    private static boolean isYear(String group) {
        return group.length() == CARD_GROUP && (group.startsWith("1") || group.startsWith("20"));
    }

    private boolean callsSomebody() {
        return tokens.stream().anyMatch(token -> CALLS.contains(token.toLowerCase(Locale.ROOT)));
    }

    /** Whether it wants a secret of the reader: "enter your password". */
    private boolean hasSecret() {
        return tokens.stream().anyMatch(token -> ENTERINGS.contains(token.toLowerCase(Locale.ROOT))) && namesSecret();
    }

    private boolean namesSecret() {
        for (int at = 1; at < tokens.size(); at++) {
            boolean yours = isIn(YOURS, at - 1) || at > 1 && isIn(YOURS, at - 2);
            if (yours && isIn(SECRETS, at)) {
                return true;
            }
        }
        String lower = sentence.toLowerCase(Locale.ROOT);
        return JOINED_SECRETS.stream().anyMatch(lower::contains);
    }

    private boolean isIn(Set<String> words, int at) {
        return words.contains(tokens.get(at).toLowerCase(Locale.ROOT));
    }

    /** Whether the only details are links, and the question names what they lead to: "What is example.org?" */
    boolean addressIsNamedIn(String question, Set<ContactDetail> details) {
        if (!details.equals(EnumSet.of(ContactDetail.LINK))) {
            return false;
        }
        String asked = question.toLowerCase(Locale.ROOT);
        return tokens.stream()
                .filter(ContactWords::isLink)
                .allMatch(link -> asked.contains(link.toLowerCase(Locale.ROOT)));
    }
}
