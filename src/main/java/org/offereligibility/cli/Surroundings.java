package org.offereligibility.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Everything that the program meets outside of itself, in one place, so that a test can give it another.
 *
 * @param outIsTerminal whether a person is likely to look at standard output
 * @param errIsTerminal whether a person is likely to look at standard error
 * @param home the user's own folder
 */
record Surroundings(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Clock clock,
        Path home) {
    /** Those of this process. Its streams are raw, so that no default charset comes between. */
    static Surroundings ofThisProcess() {
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                isTerminal(1),
                isTerminal(2),
                Clock.systemUTC(),
                Path.of(System.getProperty("user.home", ".")));
    }

    /** The environment's value; empty where it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Linux tells it for each stream; elsewhere a console means that input and output are both a terminal. */
    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/")
                        || target.startsWith("/dev/tty")
                        || target.startsWith("/dev/console");
            } catch (IOException hidden) {
                return false;
            }
        }
        Console console = System.console();
        return console != null && (Runtime.version().feature() < 22 || saysItIsTerminal(console));
    }

    /** From Java 22 on there is a console also where there is no terminal, and a method that tells the two apart. */
    private static boolean saysItIsTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
