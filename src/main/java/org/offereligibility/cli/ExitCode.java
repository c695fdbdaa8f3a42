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
    /** The ledger is not what it was. */
    static final int NOT_INTACT = 6;
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

    private static final Map<String, String> OF_RECORDING = new LinkedHashMap<>();
    private static final Map<String, String> OF_LEDGER = new LinkedHashMap<>();

    static {
        OF_RECORDING.put("0", "It is recorded.");
        OF_RECORDING.put("1", "A fault in the program or its surroundings; the message says whether it was recorded.");
        OF_RECORDING.put("2", "The command was not understood or cannot be carried out. Nothing was recorded.");
        OF_LEDGER.put("0", "What was asked was done, or holds.");
        OF_LEDGER.put("1", "A fault in the program or its surroundings. Nothing that was printed is wrong.");
        OF_LEDGER.put("2", "The command was not understood or cannot be carried out. Nothing was done.");
        OF_LEDGER.put("6", "What was looked at is not what was recorded. The answer says where.");
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

    /** The same of a verb that records. */
    static void tellOfRecording(CommandLine command) {
        tell(command, OF_RECORDING);
    }

    /** The same of a verb that works on the ledger, unless it says so itself. */
    static void tellOfLedger(CommandLine command) {
        if (command.getCommandSpec().usageMessage().exitCodeList().isEmpty()) {
            tell(command, OF_LEDGER);
        }
    }

    private static void tell(CommandLine command, Map<String, String> meanings) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(meanings);
    }
}
