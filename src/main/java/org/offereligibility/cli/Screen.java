package org.offereligibility.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * How text is laid out for whoever reads it.
 *
 * @param width in columns, from 40 to 100: no longer line is read with ease
 */
record Screen(int width, boolean colour) {
    private static final int NARROWEST = 40;
    private static final int USUAL = 80;
    private static final int WIDEST = 100;

    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** @param toTerminal whether the text goes to a terminal rather than into a file or a pipe */
    static Screen of(Surroundings surroundings, boolean toTerminal, Colour colour) {
        OptionalInt columns = number(surroundings.variable("COLUMNS"));
        if (columns.isEmpty() && toTerminal) {
            columns = terminalColumns();
        }
        boolean coloured = switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                toTerminal
                        && surroundings.variable("NO_COLOR").isEmpty()
                        && !surroundings.variable("TERM").equals("dumb");
        };
        return new Screen(Math.max(NARROWEST, Math.min(WIDEST, columns.orElse(USUAL))), coloured);
    }

    /** Java cannot ask the terminal itself; where {@code stty} cannot either, the usual width does. */
    private static OptionalInt terminalColumns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return OptionalInt.empty();
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
            return number(size.substring(size.indexOf(' ') + 1));
        } catch (IOException unknown) {
            return OptionalInt.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private static OptionalInt number(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
