package org.offereligibility.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Whole lines for people on standard error, and below them, on a terminal, one line that is written over. */
final class StandardError {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final String TO_THE_START_AND_CLEAR = "\r\033[K";

    private final PrintStream stream;
    private boolean statusShown;

    StandardError(OutputStream stream) {
        this.stream = new PrintStream(stream, false, StandardCharsets.UTF_8);
    }

    /** Prints one line; what would steer the terminal is shown and not sent. */
    void line(String text) {
        clearStatus();
        stream.print(CONTROL.matcher(text)
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0))));
        stream.print('\n');
        stream.flush();
    }

    /** Prints the line that the next one replaces. */
    void status(String text) {
        stream.print(TO_THE_START_AND_CLEAR + text);
        stream.flush();
        statusShown = true;
    }

    void clearStatus() {
        if (statusShown) {
            stream.print(TO_THE_START_AND_CLEAR);
            stream.flush();
            statusShown = false;
        }
    }

    /** Everything about a fault in the program, for whoever mends it. */
    void details(Throwable fault) {
        clearStatus();
        fault.printStackTrace(stream);
        stream.flush();
    }
}
