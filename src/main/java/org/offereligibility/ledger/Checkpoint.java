package org.offereligibility.ledger;

/**
 * What a tree was at one time, as C2SP tlog-checkpoint writes it: three lines.
 *
 * @param origin which ledger: one line, not empty
 * @param size how many leaves, from 0
 * @param root the root over them
 */
public record Checkpoint(String origin, long size, Hash root) {
    /** @throws IllegalArgumentException for an empty origin, one of several lines, or a negative size */
    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(Character::isISOControl) || size < 0) {
            throw new IllegalArgumentException("a checkpoint has an origin of one line and a size from 0");
        }
    }

    /** The text that is signed: origin, size in decimal, root in base64, a line feed after each. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** @throws IllegalArgumentException unless the text is exactly what {@link #text} writes */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new IllegalArgumentException("a checkpoint has three lines: origin, size and root");
        }
        if (!lines[1].matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException(
                    "the size of a checkpoint is a whole number without sign or leading zero");
        }
        long size;
        try {
            size = Long.parseLong(lines[1]);
        } catch (NumberFormatException tooLarge) {
            throw new IllegalArgumentException("the size of a checkpoint is too large", tooLarge);
        }
        return new Checkpoint(lines[0], size, Hash.ofBase64(lines[2]));
    }
}
