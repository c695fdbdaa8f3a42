package org.offereligibility.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What the program's exit code says; the strongest wins where several apply. */
final class ExitCode {
    static final int DECIDED = 0;
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int RULES = 4;
    static final int FOUND_WANTING = 5;
    /** As the shell says it of a program that a closed pipe ended (128 + SIGPIPE). */
    static final int NOBODY_LISTENS = 141;

    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();
    private static final Map<String, String> OF_RULES = new LinkedHashMap<>();

    static {
        MEANINGS.put("0", "Every dossier was decided.");
        MEANINGS.put(
                "1",
                "A fault in the program or its surroundings. Nothing that was printed is wrong, but it is not all.");
        MEANINGS.put("2", "The command was not understood or cannot be carried out. Nothing was decided.");
        MEANINGS.put("3", "Some input was refused. The rest was decided.");
        MEANINGS.put("4", "The rules cannot be used. Nothing was decided.");
        OF_RULES.put("0", "The rules are as they should be.");
        OF_RULES.put("1", "A fault in the program or its surroundings. Nothing that was printed is wrong.");
        OF_RULES.put("2", "The command was not understood or cannot be carried out. Nothing was done.");
        OF_RULES.put("3", "Some input was refused. The rest was done.");
        OF_RULES.put("4", "The rules cannot be used.");
        OF_RULES.put("5", "The rules can be used, but what was asked of them does not hold. The answer says what.");
    }

    private static final Map<String, String> OF_DIFF = new LinkedHashMap<>(OF_RULES);

    static {
        OF_DIFF.put("0", "The two were compared, whether they differ or not.");
        OF_DIFF.keySet().removeAll(List.of("3", "4", "5"));
    }

    private ExitCode() {}

    /** Has the help of a verb that decides say what each code means. */
    static void tell(CommandLine command) {
        tell(command, MEANINGS);
    }

    /** The same of a verb that works on the rules, unless it says so itself. */
    static void tellOfRules(CommandLine command) {
        if (command.getCommandSpec().usageMessage().exitCodeList().isEmpty()) {
            tell(command, OF_RULES);
        }
    }

    /** The same of the verb that compares rules, whatever it finds. */
    static void tellOfDiff(CommandLine command) {
        tell(command, OF_DIFF);
    }

    private static void tell(CommandLine command, Map<String, String> meanings) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(meanings);
    }
}
