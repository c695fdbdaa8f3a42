package org.offereligibility.cli;

import java.util.List;

/** What the program's exit code says; the strongest wins where several apply. */
final class ExitCode {
    static final int DECIDED = 0;
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int RULES = 4;
    /** As the shell says it of a program that a closed pipe ended (128 + SIGPIPE). */
    static final int NOBODY_LISTENS = 141;

    /** The same for {@code --help}, each {@code code:meaning}. */
    static final List<String> MEANINGS = List.of(
            "0:Every dossier was decided.",
            "1:A fault in the program or in its surroundings; what was decided was printed.",
            "2:The command was not understood or cannot be carried out; nothing was decided.",
            "3:Some input was refused; the rest was decided.",
            "4:The rules cannot be used; nothing was decided.");

    private ExitCode() {}
}
