package org.offereligibility.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which program and which engine this is, as the build wrote it down. */
public final class Versions {
    private static final Properties WRITTEN = read();

    private Versions() {}

    public static String program() {
        return WRITTEN.getProperty("program", "");
    }

    public static String engine() {
        return WRITTEN.getProperty("engine", "");
    }

    private static Properties read() {
        try (InputStream in = Versions.class.getResourceAsStream("/org/offereligibility/version.properties")) {
            Properties written = new Properties();
            written.load(Objects.requireNonNull(in, "version.properties is part of the program"));
            return written;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
