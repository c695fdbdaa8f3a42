package org.offereligibility.desk;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The two people who answer for a version.
 *
 * @param author who wrote it; as given, but without needless white space
 * @param approver who read it and agreed; likewise
 */
public record Signatories(String author, String approver) {
    private static final int LONGEST = 200;
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");
    /** Control characters, and those that nobody sees, with which one name could be made to look like two. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}\\u034F\\u115F\\u1160\\u3164\\uFFA0\\uFE00-\\uFE0F]");

    public Signatories {
        author = UNSEEN.matcher(author).find() ? author : collapsed(author);
        approver = UNSEEN.matcher(approver).find() ? approver : collapsed(approver);
    }

    /** Every reason for which these are not two people who can be named; no reason repeats a name. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        objections("author", author, objections);
        objections("approver", approver, objections);
        if (objections.isEmpty() && areOne()) {
            objections.add("The author and the approver are one person: somebody else must have read the draft.");
        }
        return objections;
    }

    /** Whether both names mean one person. */
    boolean areOne() {
        return folded(author).equals(folded(approver));
    }

    private static void objections(String who, String name, List<String> objections) {
        if (UNSEEN.matcher(name).find()) {
            objections.add("The " + who + "'s name has characters in it that cannot be seen: write it anew.");
        } else if (folded(name).isEmpty()) {
            objections.add("The " + who + " has no name.");
        } else if (name.length() > LONGEST) {
            objections.add("The " + who + "'s name is longer than " + LONGEST + " letters.");
        }
    }

    private static String collapsed(String name) {
        return SPACES.matcher(name).replaceAll(" ").strip();
    }

    /** One form of all ways to write a name: Unicode NFKC, and neither case nor white space counts. */
    private static String folded(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String cased = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return collapsed(Normalizer.normalize(cased, Normalizer.Form.NFKC));
    }
}
