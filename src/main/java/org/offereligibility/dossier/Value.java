package org.offereligibility.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One value of a dossier that is asked to be something; if it is not, it says so among the complaints and gives nothing. */
record Value(Json json, Path path, Complaints complaints) {
    /** More would make an exact number that fills the memory ({@code 1e-999999999}), and nobody measures so finely. */
    private static final int MOST_DECIMALS = 100;

    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal(1_000_000_000);
    private static final int DECIMALS_OF_AMOUNT = 4;

    String pointer() {
        return path.pointer();
    }

    int line() {
        return json.at().line();
    }

    void complain(String message) {
        complaints.add(json.at(), path, message);
    }

    void complain(Supplier<String> message) {
        complaints.add(json.at(), path, message);
    }

    Optional<String> text() {
        if (json instanceof Json.Str string) {
            return Optional.of(string.value());
        }
        expected("a text in quotes");
        return Optional.empty();
    }

    /** The text, or something else for a value whose kind was complained of already. */
    String textOr(String otherwise) {
        return json instanceof Json.Str string ? string.value() : otherwise;
    }

    /** A text of at least one character. */
    Optional<String> filledText() {
        return text(1, Integer.MAX_VALUE);
    }

    /** A text of so many characters (code points). */
    Optional<String> text(int fewest, int most) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return text;
        }
        int length = text.get().codePointCount(0, text.get().length());
        if (length < fewest) {
            complain("the text is empty: expected at least one character");
            return Optional.empty();
        }
        if (length > most) {
            complain("the text has %,d characters: expected at most %,d".formatted(length, most));
            return Optional.empty();
        }
        return text;
    }

    /** A number within these bounds, both included. */
    Optional<Exact> number(long lowest, long highest) {
        Supplier<String> wanted = () -> "a number from %,d to %,d".formatted(lowest, highest);
        return decimal(wanted)
                .filter(value -> within(value, BigDecimal.valueOf(lowest), BigDecimal.valueOf(highest), wanted))
                .filter(value -> atMostDecimals(value, MOST_DECIMALS))
                .map(Exact::of);
    }

    /** A whole number within these bounds, both included; 3.0 is one. */
    Optional<Exact> whole(long lowest, long highest) {
        Supplier<String> wanted = () -> "a whole number from %,d to %,d".formatted(lowest, highest);
        Optional<BigDecimal> number = decimal(wanted);
        if (number.isPresent() && decimals(number.get()) > 0) {
            complain(shown(number.get()) + " is not a whole number: expected " + wanted.get());
            return Optional.empty();
        }
        return number.filter(value -> within(value, BigDecimal.valueOf(lowest), BigDecimal.valueOf(highest), wanted))
                .map(Exact::of);
    }

    /** An amount of money: at most 1,000,000,000, with at most four decimals. */
    Optional<Exact> amount(boolean mayBeZero) {
        Supplier<String> wanted = () -> (mayBeZero ? "an amount from 0" : "an amount over 0") + " to 1,000,000,000";
        Optional<BigDecimal> number = decimal(wanted);
        if (number.isPresent() && number.get().signum() == 0 && !mayBeZero) {
            complain(shown(number.get()) + " is not over 0: expected " + wanted.get());
            return Optional.empty();
        }
        return number.filter(value -> within(value, BigDecimal.ZERO, LARGEST_AMOUNT, wanted))
                .filter(value -> atMostDecimals(value, DECIMALS_OF_AMOUNT))
                .map(Exact::of);
    }

    Optional<Moment> instant() {
        if (!(json instanceof Json.Str string)) {
            expected("an instant in quotes such as `2025-03-01T09:30:00Z`");
            return Optional.empty();
        }
        try {
            return Optional.of(Rfc3339.parse(string.value()));
        } catch (Rfc3339.NoInstant not) {
            complain((Rfc3339.mayBeShown(string.value()) ? Quoted.of(string.value()) : "this text") + " " + not.why());
            return Optional.empty();
        }
    }

    Optional<Form> form(Shape shape) {
        if (json instanceof Json.Obj object) {
            return Optional.of(Form.open(object, path, shape, complaints));
        }
        expected("an object");
        return Optional.empty();
    }

    List<Value> items() {
        if (!(json instanceof Json.Arr array)) {
            expected("an array");
            return List.of();
        }
        List<Value> items = new ArrayList<>(array.items().size());
        for (Json item : array.items()) {
            items.add(new Value(item, path.to(items.size()), complaints));
        }
        return items;
    }

    boolean isNull() {
        return json instanceof Json.Null;
    }

    /** Complains that something else stands here. */
    void expected(String what) {
        complain("expected " + what + ", but " + found() + " stands here");
    }

    /** The kind alone: what stands where it does not belong may be anyone's id or telephone number. */
    private String found() {
        if (json instanceof Json.Num) {
            return "a number";
        } else if (json instanceof Json.Bool bool) {
            return "`" + bool.value() + "`";
        } else if (json instanceof Json.Obj) {
            return "an object";
        } else if (json instanceof Json.Arr) {
            return "an array";
        }
        return json instanceof Json.Null ? "`null`" : "a text";
    }

    private Optional<BigDecimal> decimal(Supplier<String> wanted) {
        if (json instanceof Json.Num number) {
            return Optional.of(number.value());
        }
        if (json instanceof Json.Str string && string.value().matches("-?[0-9][0-9.,]{0,40}")) {
            complain("expected " + wanted.get() + ", but the text " + Quoted.of(string.value())
                    + " stands here: write a number, without quotes");
        } else {
            expected(wanted.get());
        }
        return Optional.empty();
    }

    private boolean within(BigDecimal value, BigDecimal lowest, BigDecimal highest, Supplier<String> wanted) {
        if (value.compareTo(lowest) < 0) {
            complain("%s is under %,d: expected %s".formatted(shown(value), lowest.toBigInteger(), wanted.get()));
            return false;
        }
        if (value.compareTo(highest) > 0) {
            complain("%s is over %,d: expected %s".formatted(shown(value), highest.toBigInteger(), wanted.get()));
            return false;
        }
        return true;
    }

    private boolean atMostDecimals(BigDecimal value, int most) {
        if (decimals(value) > most) {
            complain(
                    "%s has more than %s decimals".formatted(shown(value), most == DECIMALS_OF_AMOUNT ? "four" : most));
            return false;
        }
        return true;
    }

    /** How many decimals the value needs, however it is written: 1.500 needs one. */
    private static int decimals(BigDecimal value) {
        return value.scale() <= 0 ? 0 : value.stripTrailingZeros().scale();
    }

    private static String shown(BigDecimal number) {
        boolean plain = number.scale() >= 0 && number.scale() < 40;
        return Quoted.of(plain ? number.toPlainString() : number.toString());
    }
}
