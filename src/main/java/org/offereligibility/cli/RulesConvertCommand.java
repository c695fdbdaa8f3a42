package org.offereligibility.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.offereligibility.dossier.Problem;
import org.offereligibility.policy.PolicyFolder;
import org.offereligibility.policy.TableConversion;
import org.offereligibility.policy.TableFile;
import org.offereligibility.policy.TableFile.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns tables from CSV into Excel workbooks and back. */
@Command(
        name = "convert",
        description = {
            "Turns a table from CSV into an Excel workbook (.xlsx) or back, or all tables of a folder. Every word and number"
                    + " stays what it is. A workbook keeps words as text, and its cells offer the words that the"
                    + " rules beside the table allow."
        })
final class RulesConvertCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final StandardError err;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "IN", description = "A table (.csv or .xlsx), or a folder of rules.")
    private Path in = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "The new file; its name ends with .csv or .xlsx. For a folder the folder for the new tables.")
    private Path out = Path.of("");

    @Option(names = "--to", paramLabel = "KIND", description = "csv or xlsx: what the tables of a folder become.")
    private Optional<Kind> to = Optional.empty();

    @Option(names = "--force", description = "Replace files that are there already.")
    private boolean force;

    RulesConvertCommand(Surroundings surroundings, StandardError err) {
        this.surroundings = surroundings;
        this.err = err;
    }

    /** @param says what is told when it is written */
    private record Written(byte[] bytes, String says) {}

    @Override
    public Integer call() throws Output.Lost {
        Map<Path, Written> written = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        try {
            if (Files.isDirectory(in)) {
                folder(written, problems);
            } else {
                file(written, problems);
            }
        } catch (NoSuchFileException missing) {
            throw wrong("there is no file or folder `" + in + "`");
        } catch (IOException unreadable) {
            throw wrong("`" + in + "` cannot be read");
        }
        problems.stream().sorted(Problem.BY_PLACE).forEach(problem -> err.line(problem.toString()));
        if (!problems.isEmpty()) {
            err.line("offer-eligibility: nothing was written");
            return ExitCode.REFUSED;
        }
        if (!force) {
            written.keySet().stream().filter(Files::exists).findFirst().ifPresent(there -> {
                throw wrong("`" + there + "` is there already: give another name, or `--force` to replace it");
            });
        }
        write(written);
        return ExitCode.DECIDED;
    }

    private void file(Map<Path, Written> written, List<Problem> problems) throws IOException {
        Kind from = Kind.of(in.toString())
                .orElseThrow(() -> wrong("`" + in + "` is no table: its name ends neither with .csv nor with .xlsx"));
        Kind kind = Kind.of(out.toString())
                .orElseThrow(() -> wrong("let the name of `" + out + "` end with .csv or .xlsx"));
        if (from == kind || to.filter(other -> other != kind).isPresent()) {
            throw wrong("`" + in + "` and `" + out + "` are to be one .csv and one .xlsx file");
        }
        if (Files.isDirectory(out)) {
            throw wrong("`" + out + "` is a folder: give the name of a file");
        }
        TableFile table = new TableFile(String.valueOf(in.getFileName()), from, Files.readAllBytes(in));
        add(table, kind, beside(in), in, out, written, problems);
    }

    /** The rules and words beside a single table; nothing else of its folder is read, for it may be anybody's. */
    private static PolicyFolder beside(Path table) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        Path place = Optional.ofNullable(table.toAbsolutePath().normalize().getParent())
                .orElse(Path.of("."));
        try (Stream<Path> list = Files.list(place)) {
            for (Path path : list.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(path.getFileName());
                boolean isOfUse = name.endsWith(".drl")
                        || name.equals("policy.yaml")
                        || Kind.of(name).isPresent();
                if (isOfUse && Files.size(path) < 1 << 20) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return new PolicyFolder(place, "", "", files);
    }

    private void folder(Map<Path, Written> written, List<Problem> problems) throws IOException {
        Kind kind = to.orElseThrow(() -> wrong("say with `--to csv` or `--to xlsx` what the tables become"));
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw wrong("`" + out + "` is a file: give the name of a folder");
        }
        if (Files.exists(out) && Files.isSameFile(in, out)) {
            throw wrong("give another folder for the new tables: a table may not stand twice in one folder");
        }
        PolicyFolder folder = PolicyFolder.read(in);
        for (Map.Entry<String, byte[]> file : folder.files().entrySet()) {
            Optional<Kind> from = Kind.of(file.getKey());
            if (from.isEmpty()) {
                continue;
            }
            Path target = out.resolve(kind.named(file.getKey()));
            Path source = in.resolve(file.getKey());
            if (written.containsKey(target)) {
                problems.add(new Problem(
                        source.toString(),
                        0,
                        0,
                        "",
                        "stands here as .csv and as .xlsx; delete the one that is not meant"));
            } else if (from.get() == kind) {
                written.put(target, new Written(file.getValue(), "copied as it is"));
            } else {
                add(
                        new TableFile(file.getKey(), from.get(), file.getValue()),
                        kind,
                        folder,
                        source,
                        target,
                        written,
                        problems);
            }
        }
        if (written.isEmpty() && problems.isEmpty()) {
            throw wrong("there is no table in `" + in + "`");
        }
    }

    private static void add(
            TableFile table,
            Kind kind,
            PolicyFolder folder,
            Path source,
            Path target,
            Map<Path, Written> written,
            List<Problem> problems) {
        TableConversion.of(
                        table,
                        kind,
                        folder,
                        problem -> problems.add(new Problem(
                                source.toString(),
                                problem.line(),
                                problem.column(),
                                problem.pointer(),
                                problem.message())))
                .ifPresent(made -> written.put(
                        target,
                        new Written(
                                made.bytes(), counted(made.rows(), "row") + ", " + counted(made.columns(), "column"))));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void write(Map<Path, Written> written) throws Output.Lost {
        try (Output told = Output.standard(surroundings)) {
            for (Map.Entry<Path, Written> file : written.entrySet()) {
                if (Files.isDirectory(in)) {
                    makeFolder(file.getKey());
                }
                try (Output output = Output.file(file.getKey())) {
                    output.write(file.getValue().bytes());
                    output.complete();
                } catch (Output.Lost lost) {
                    throw wrong(String.valueOf(lost.getMessage()));
                }
                told.write(file.getKey() + ": " + file.getValue().says() + "\n");
                Path other = file.getKey()
                        .resolveSibling(other(String.valueOf(file.getKey().getFileName())));
                if (Files.exists(other)) {
                    told.write("Before the rules are used, delete `" + other
                            + "` or move one of the two: the same table may not stand twice in a folder of rules.\n");
                }
            }
            told.complete();
        }
    }

    private static String other(String file) {
        return (Kind.of(file).equals(Optional.of(Kind.CSV)) ? Kind.XLSX : Kind.CSV).named(file);
    }

    private void makeFolder(Path target) {
        try {
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(Path.of(".")));
        } catch (IOException refused) {
            throw wrong("the folder `" + out + "` cannot be made");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
