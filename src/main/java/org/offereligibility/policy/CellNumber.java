package org.offereligibility.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offereligibility.dossier.Exact;

/**
 * A number as people and spreadsheet programs write it in a cell. Only what can mean one number is read; everything else is
 * refused with what to write instead, and whatever is suggested can be read.
 *
 * @param text at most 40 characters of it are read as a number
 * @param separator of the table: between semicolons and tabs a comma is likely a decimal comma
 */
record CellNumber(String text, char separator) {
    private static final int LONGEST = 40;
    private static final Pattern PLAIN = Pattern.compile("[+-]?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]+)?");

    /** A point that may be decimal or may group thousands. */
    private static final Pattern POINT_AMBIGUOUS = Pattern.compile("[+-]?[1-9][0-9]{0,2}\\.[0-9]{3}");

    private static final Pattern COMMA_AMBIGUOUS = Pattern.compile("[+-]?[1-9][0-9]{0,2},[0-9]{3}");

    /** What people write around, between or instead of the digits; the first that is found is told. */
    private enum Habit {
        SPREADSHEET_ERROR("#.*", "is an error of the spreadsheet; mend the formula"),
        FORMULA("=.*", "is a formula; save its value"),
        DATE(
                "[0-9]{1,2}[-. /]+\\p{L}{3,}\\.?|\\p{L}{3,}[- ][0-9]{1,2}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
                        + "|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}",
                "is a date, which spreadsheet programs make of numbers; format the column as numbers and type it anew"),
        APOSTROPHE("'.*", "begins with an apostrophe"),
        OTHER_MINUS("[\u2010-\u2015\u2212].*", "has a dash that is not the minus sign"),
        PERCENT(".*%", "has a percent sign, which leaves open whether a hundredth is meant"),
        CURRENCY("(\\p{Sc}|[A-Z]{3}\\b).*|[+-]\\p{Sc}.*|.*(\\p{Sc}|\\b[A-Z]{3}|[0-9][A-Z]{3})", "has a currency in it"),
        BRACKETS("\\(.*\\)", "is in brackets"),
        SHORT("[^kKmM]*[0-9] ?[kKmM]", "is shortened"),
        POWER("[^eE]*[0-9][eE][+-]?[0-9]{1,2}", "is written with a power of ten"),
        GROUPED_OTHERWISE(
                "[+-]?[0-9]+([ '_][0-9]+)+([.,][0-9]+)?", "has its digits grouped by something else than commas"),
        LEADING_ZERO("[+-]?0[0-9]+(\\.[0-9]+)?", "begins with a zero too many"),
        BARE_POINT("[+-]?(\\.[0-9]+|[0-9]+\\.)", "lacks a digit beside the decimal point"),
        AMBIGUOUS("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}", "may mean two numbers"),
        DECIMAL_COMMA("[+-]?[0-9]*(\\.[0-9]{3})*,[0-9]+", "has a decimal comma"),
        GROUPED_WRONGLY("[+-]?[0-9.,]*[0-9][0-9.,]*", "does not group its digits in threes by commas");

        private final Pattern pattern;
        private final String says;

        Habit(String pattern, String says) {
            this.pattern = Pattern.compile(pattern);
            this.says = says;
        }

        private boolean hasPlainDigitsInside() {
            return ordinal() >= APOSTROPHE.ordinal();
        }
    }

    /** The number, if the text can mean only one. */
    Optional<Exact> exact() {
        return decimal().map(Exact::of);
    }

    /** The same number as it is written. */
    Optional<BigDecimal> decimal() {
        if (text.length() > LONGEST || POINT_AMBIGUOUS.matcher(text).matches()) {
            return Optional.empty();
        }
        if (PLAIN.matcher(text).matches()
                || (separator == ',' && GROUPED.matcher(text).matches())) {
            return Optional.of(new BigDecimal(text.replace(",", "")));
        }
        return Optional.empty();
    }

    /** Why {@link #exact} reads no number here, and what to write. */
    String refusal() {
        if (text.isEmpty()) {
            return "is empty; write a number, `0` where none is meant";
        }
        if (text.length() > LONGEST) {
            return "is longer than " + LONGEST + " characters; write a number such as `185000` or `3.5`";
        }
        String shown = VisibleText.shown(text);
        for (Habit habit : Habit.values()) {
            if (habit.pattern.matcher(text).matches()) {
                return shown + " " + habit.says + (habit.hasPlainDigitsInside() ? "; " + suggestion(habit) : "");
            }
        }
        return shown + " is not a number; write digits such as `185000` or `3.5`";
    }

    private String suggestion(Habit habit) {
        List<BigDecimal> meant = meanings(habit);
        List<String> written = meant.stream()
                .map(CellNumber::plainly)
                .distinct()
                .filter(number -> number.length() <= LONGEST)
                .map(number -> "`" + number + "`")
                .toList();
        return written.isEmpty() ? "write digits such as `185000` or `3.5`" : "write " + String.join(" or ", written);
    }

    private List<BigDecimal> meanings(Habit habit) {
        String digits = text.replace('\u2212', '-').replaceAll("[\u2010-\u2015]", "-");
        int factor = 0;
        switch (habit) {
            case PERCENT -> {
                List<BigDecimal> given = meanings(digits.replaceAll("[% ]", ""));
                return given.size() == 1 ? List.of(given.get(0), given.get(0).movePointLeft(2)) : List.of();
            }
            case CURRENCY -> digits = digits.replaceAll("[\\p{Sc}A-Z ]", "");
            case BRACKETS -> digits = "-" + digits.substring(1, digits.length() - 1);
            case SHORT -> {
                factor = digits.matches(".*[kK]") ? 3 : 6;
                digits = digits.substring(0, digits.length() - 1);
            }
            case POWER -> {
                int at = digits.replace('E', 'e').indexOf('e');
                factor = Integer.parseInt(digits.substring(at + 1));
                digits = digits.substring(0, at);
            }
            default -> {}
        }
        int places = factor;
        return meanings(digits.replaceAll("[ '_]", "")).stream()
                .map(number -> number.scaleByPowerOfTen(places))
                .toList();
    }

    /** Every number that such digits, points and commas are used for. */
    private List<BigDecimal> meanings(String digits) {
        if (POINT_AMBIGUOUS.matcher(digits).matches()
                || (COMMA_AMBIGUOUS.matcher(digits).matches() && separator != ',')) {
            return List.of(decimal(digits.replace(',', '.')), decimal(digits.replaceAll("[.,]", "")));
        }
        Matcher point = Pattern.compile("[+-]?([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)(\\.[0-9]*)?|[+-]?\\.[0-9]+")
                .matcher(digits);
        if (point.matches()) {
            return List.of(decimal(digits.replace(",", "")));
        }
        if (digits.matches("[+-]?([0-9]*|[0-9]{1,3}(\\.[0-9]{3})+),[0-9]+")) {
            return List.of(decimal(digits.replace(".", "").replace(',', '.')));
        }
        if (digits.matches("[+-]?[0-9]+(,[0-9]+)+|[+-]?[0-9]+(\\.[0-9]+){2,}")) {
            return List.of(decimal(digits.replaceAll("[.,]", "")));
        }
        return List.of();
    }

    private static BigDecimal decimal(String written) {
        return new BigDecimal(written);
    }

    /** As this class reads it: three decimals after a short whole number would be ambiguous, four are not. */
    static String plainly(BigDecimal number) {
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return POINT_AMBIGUOUS.matcher(plain).matches() ? plain + "0" : plain;
    }
}
