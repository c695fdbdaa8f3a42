package org.offereligibility.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.offereligibility.dossier.Problem;

/**
 * Reads the rule files of a folder; of what cannot be read, the names are kept where they can be told.
 *
 * @param known a file that was read before and is still the same
 */
record RuleFiles(
        PolicyFolder folder, Faults faults, Unread unread, Function<String, Optional<RuleParser.RuleFile>> known) {
    static final String SUFFIX = ".drl";

    List<RuleParser.RuleFile> read() {
        List<RuleParser.RuleFile> files = new ArrayList<>();
        folder.files().forEach((name, bytes) -> {
            if (name.endsWith(SUFFIX)) {
                known.apply(name).or(() -> one(name, bytes)).ifPresent(files::add);
            }
        });
        return files;
    }

    private Optional<RuleParser.RuleFile> one(String name, byte[] bytes) {
        Consumer<Problem> report = faults.of(FaultKind.FILE);
        Optional<String> text = Utf8Text.read(name, bytes, "save it as UTF-8", report);
        if (text.isEmpty()) {
            guess(bytes);
            return Optional.empty();
        }
        if (text.get().isBlank()) {
            report.accept(new Problem(name, 0, 0, "", "is empty; write its rules, or delete the file"));
            unread.ruleFile();
            return Optional.empty();
        }
        // so that lines are counted as editors count them
        String lines = text.get().replace("\r\n", "\n").replace('\r', '\n');
        return Optional.of(RuleParser.parse(name, lines, faults.of(FaultKind.SYNTAX), unread));
    }

    /** A file in another encoding still shows its names: they are ASCII. */
    private void guess(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) >= 0xFE && (bytes[1] & 0xFF) >= 0xFE;
        String guessed =
                new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        List<Token> tokens = Lexer.cut("", guessed, problem -> {}).tokens();
        if (tokens.stream().noneMatch(token -> token.is("rule") || token.is("declare"))) {
            unread.ruleFile();
        }
        unread.block(tokens);
    }
}
