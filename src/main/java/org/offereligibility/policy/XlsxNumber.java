package org.offereligibility.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A number as a workbook stores it: a binary fraction of 53 bits, of which spreadsheet programs show 15 decimal digits and
 * write up to 17, so that 1.1 stands in the file as {@code 1.1000000000000001}. What a person typed is the decimal of at most
 * 15 digits that is stored so; every such decimal is stored differently (IEEE 754), and where there is none, nobody typed it.
 *
 * @param stored as it stands in the file
 */
record XlsxNumber(String stored, XlsxFormats.Shown shown) {
    private static final int DIGITS = 15;

    /** @param text what a person sees and means; empty where that is open
     * @param refusal why, and what to do; empty where it is not */
    record Read(String text, String refusal) {}

    /** The number, or nothing where the file holds none. */
    Optional<Read> read() {
        if (!stored.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?") || stored.length() > 60) {
            return Optional.empty();
        }
        double binary = Double.parseDouble(stored);
        if (Double.isInfinite(binary)) {
            return Optional.empty();
        }
        BigDecimal exact = new BigDecimal(binary).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        BigDecimal typed = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        String plain = typed.abs().compareTo(new BigDecimal("1e40")) < 0 && typed.scale() < 40
                ? typed.toPlainString()
                : typed.toString();
        return Optional.of(refusal(typed, binary)
                .map(why -> new Read("", "`" + plain + "` " + why))
                .orElse(new Read(plain, "")));
    }

    private Optional<String> refusal(BigDecimal typed, double binary) {
        switch (shown.kind()) {
            case DATE -> {
                return Optional.of(
                        "is shown as a date or time, which spreadsheet programs make of words and numbers such as `3-4`;"
                                + " format the cell as text and type it anew");
            }
            case PERCENT -> {
                return Optional.of("is shown with a percent sign, which leaves open whether a hundredth is meant;"
                        + " format the cell as a plain number and type it anew");
            }
            case OTHERWISE -> {
                return Optional.of(
                        "is shown otherwise than as a plain number; format the cell as a plain number and type it anew");
            }
            default -> {}
        }
        if (typed.doubleValue() != binary) {
            return Optional.of("has more than " + DIGITS + " digits, and spreadsheet programs show no more;"
                    + " round it, or format the cell as text and type it anew");
        }
        if (typed.precision() - typed.scale() > DIGITS || typed.scale() > DIGITS) {
            return Optional.of("is longer than the " + DIGITS + " digits that a spreadsheet program keeps;"
                    + " format the cell as text and type it anew");
        }
        if (shown.kind() == XlsxFormats.Kind.ROUNDED && typed.scale() > shown.decimals()) {
            return Optional.of("is shown rounded, to "
                    + typed.setScale(shown.decimals(), RoundingMode.HALF_UP).toPlainString()
                    + "; type the number that is meant, or let the cell show all its decimals");
        }
        return Optional.empty();
    }
}
