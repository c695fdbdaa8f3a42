package org.offereligibility.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.offereligibility.dossier.Vocabulary;
import org.offereligibility.policy.RulesUnusable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, what comes nearest to it, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {
    private final StandardError err;

    UsageErrors(StandardError err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        if (mistake instanceof RulesPlace.NotAsPublished others) {
            return Setting.unusable(new RulesUnusable(others.problems()), err);
        }
        CommandLine command = mistake.getCommandLine();
        err.line("offer-eligibility: "
                + (mistake instanceof UnmatchedArgumentException unmatched ? unknown(unmatched) : said(mistake)));
        err.line("See `" + command.getCommandSpec().qualifiedName() + " --help`.");
        return ExitCode.USAGE;
    }

    /** What the parser quotes, in this program's quotation marks, and without its prefix where the rest says it all. */
    private static String said(ParameterException mistake) {
        return String.valueOf(mistake.getMessage()).replaceAll("'([^'`]*)'", "`$1`");
    }

    private static String unknown(UnmatchedArgumentException mistake) {
        CommandLine command = mistake.getCommandLine();
        String written = mistake.getUnmatched().get(0);
        boolean option = mistake.isUnknownOption();
        String name = option ? written.replaceFirst("=.*", "") : written;
        List<String> known = new ArrayList<>();
        if (option) {
            command.getCommandSpec().options().forEach(each -> known.addAll(List.of(each.names())));
        } else {
            known.addAll(command.getSubcommands().keySet());
        }
        if (known.isEmpty()) {
            return "`" + written + "` is one argument too many";
        }
        Optional<String> near = Vocabulary.nearest(name, known);
        return "there is no " + (option ? "option" : "verb") + " `" + name + "`"
                + near.map(word -> ": did you mean `" + word + "`?")
                        .orElse(option ? "" : "; there are " + String.join(", ", known));
    }
}
