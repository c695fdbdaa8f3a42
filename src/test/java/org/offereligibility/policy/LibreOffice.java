package org.offereligibility.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** LibreOffice as a user has it who changed none of its settings, with a profile that nobody else uses. */
record LibreOffice(Path program, Path profile) {
    private static final String CSV = "Text - txt - csv (StarCalc)";

    /** The separator, quotation marks, and UTF-8 by the number that LibreOffice has for it. */
    private static final String UTF_8 = "%d,34,76";

    static Optional<Path> installed() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Opens each file and saves it as that kind, all in one start.
     *
     * @param separator of all those files, if they are CSV files, as a user tells it in the window that then opens
     */
    void save(List<Path> files, Optional<Character> separator, String kind, Path folder)
            throws IOException, InterruptedException {
        if (files.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-env:UserInstallation=" + profile.toAbsolutePath().toUri(),
                "--headless",
                "--convert-to",
                kind.equals("csv") ? "csv:" + CSV + ":" + UTF_8.formatted((int) ',') : kind,
                "--outdir",
                folder.toString()));
        separator.ifPresent(of -> command.add("--infilter=" + CSV + ":" + UTF_8.formatted((int) of)));
        files.forEach(file -> command.add(file.toString()));
        Path log = profile.resolveSibling("soffice.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("LibreOffice did not end");
        }
        try (Stream<Path> saved = Files.list(folder)) {
            Set<String> names =
                    saved.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
            if (!files.stream()
                    .allMatch(
                            file -> names.contains(TableFile.stem(String.valueOf(file.getFileName())) + "." + kind))) {
                throw new IOException("LibreOffice saved too little: " + Files.readString(log));
            }
        }
    }
}
