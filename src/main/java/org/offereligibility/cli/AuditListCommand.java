package org.offereligibility.cli;

import java.util.concurrent.Callable;
import org.offereligibility.ledger.Filter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what was recorded last. */
@Command(name = "list", description = "Lists the records of the ledger, newest first.", sortOptions = false)
final class AuditListCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FoundPages pages = new FoundPages();

    AuditListCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        return pages.write(surroundings, err, spec, Filter.ALL, "There are no records here.");
    }
}
