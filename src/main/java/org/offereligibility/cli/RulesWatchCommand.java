package org.offereligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.offereligibility.desk.FolderWatch;
import org.offereligibility.desk.LiveDesk;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.Manifest;
import org.offereligibility.policy.Policies;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.RuleSet;
import org.offereligibility.policy.RulesUnusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at the rules again each time that one of their files is saved. */
@Command(
        name = "watch",
        description =
                "Checks every version and draft, and again whenever a file of it is saved, and tells what is wrong with it;"
                        + " until it is interrupted (Ctrl-C).",
        sortOptions = false)
final class RulesWatchCommand implements Callable<Integer> {
    /** As the shell says it of a program that was interrupted (128 + SIGINT). */
    private static final int INTERRUPTED = 130;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesPlace place = new RulesPlace();

    RulesWatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path policies = place.policies();
        if (!Files.isDirectory(policies)) {
            throw new ParameterException(spec.commandLine(), "there is no folder `" + policies + "`");
        }
        try (FolderWatch watch = new FolderWatch(policies, LiveDesk.QUIET, LiveDesk.POLL);
                Output output = Output.standard(surroundings)) {
            SortedMap<String, String> known = new TreeMap<>();
            SortedMap<String, String> now = watch.contents();
            if (now.isEmpty()) {
                say(output, "There is neither a version nor a draft under `" + policies + "` yet.");
            }
            while (true) {
                tell(known, now, output);
                known = now;
                now = watch.await(known);
            }
        } catch (InterruptedException stopped) {
            return INTERRUPTED;
        }
    }

    private void tell(SortedMap<String, String> before, SortedMap<String, String> now, Output output)
            throws Output.Lost {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!now.containsKey(name)) {
                say(output, name + ": is gone.");
            } else if (!now.get(name).equals(before.get(name))) {
                List<Problem> problems = problems(name);
                if (Thread.currentThread().isInterrupted()) { // then the engine calls anything broken
                    return;
                }
                if (problems.isEmpty()) {
                    say(output, name + ": " + inOrder(name));
                } else {
                    say(output, name + ": cannot be used" + goesOn(name, before) + ":");
                    for (Problem problem : problems) {
                        output.write("  " + problem + "\n");
                    }
                    output.flush();
                }
            }
        }
    }

    private void say(Output output, String words) throws Output.Lost {
        output.write(TIME.format(surroundings.clock().instant()) + "  " + words + "\n");
        output.flush();
    }

    private static boolean isVersion(String name) {
        return Policies.day(name.substring(name.indexOf('/') + 1)).isPresent();
    }

    private static String inOrder(String name) {
        return isVersion(name)
                ? "checked, in order, in force from its first day on."
                : "checked, in order. It decides nothing until it is published.";
    }

    private static String goesOn(String name, SortedMap<String, String> before) {
        return isVersion(name) && before.containsKey(name)
                ? "; a program that runs goes on with the rules as they were"
                : "";
    }

    private List<Problem> problems(String name) {
        Path path = place.policies().resolve(name);
        try {
            PolicyFolder folder = PolicyFolder.read(path);
            if (isVersion(name)) {
                Manifest.check(folder);
            }
            RuleSet.of(folder, place.cache(surroundings));
            return List.of();
        } catch (RulesUnusable unusable) {
            return unusable.problems();
        } catch (IOException unreadable) {
            return List.of(new Problem(path.toString(), 0, 0, "", "this folder cannot be read"));
        }
    }
}
