package org.offereligibility.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice as a user has it who changed none of its settings, with a profile that nobody else uses. */
record LibreOffice(Path program, Path profile) {
    static Optional<Path> installed() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens each file and saves it as that kind, all in one start. */
    void save(List<Path> files, String kind, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-env:UserInstallation=" + profile.toAbsolutePath().toUri(),
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                folder.toString()));
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
            if (saved.count() < files.size()) {
                throw new IOException("LibreOffice saved too little: " + Files.readString(log));
            }
        }
    }
}
