package org.offereligibility.policy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.offereligibility.dossier.Problem;

/** The text of a file of the policy, which is UTF-8 and nothing else: a guess at an encoding loses letters silently. */
final class Utf8Text {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8Text() {}

    /**
     * The text without its byte order mark, or nothing and one problem.
     *
     * @param cure how the author saves the file so that it can be read
     */
    static Optional<String> read(String file, byte[] bytes, String cure, Consumer<Problem> problems) {
        if (begins(bytes, 'P', 'K', 3, 4) || begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            problems.accept(new Problem(file, 0, 0, "", "is a spreadsheet program's own file and not text; " + cure));
            return Optional.empty();
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            problems.accept(new Problem(file, 1, 1, "", "is UTF-16 and not UTF-8; " + cure));
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            TextPlace place = TextPlace.START.after(text, 0, nul);
            problems.accept(new Problem(
                    file, place.line(), place.column(), "", "has a NUL, which no text has (perhaps UTF-16); " + cure));
            return Optional.empty();
        }
        if (result.isError()) {
            TextPlace place = TextPlace.START.after(text, 0, text.length());
            String found = "0x%02X".formatted(bytes[in.position()] & 0xFF);
            problems.accept(new Problem(
                    file,
                    place.line(),
                    place.column(),
                    "",
                    "is not UTF-8: the byte " + found + " stands here; " + cure));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static boolean begins(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
