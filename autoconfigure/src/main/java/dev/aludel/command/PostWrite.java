package dev.aludel.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command that runs when a revision has been written.
 *
 * @param command words as a shell parts them; {@code {file}} is the file, which comes last where the command does not say
 */
record PostWrite(String command, Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final String FILE = "{file}";

    /** @throws PostWriteException if it fails; the file stays */
    void run(Path file) {
        LOG.info("Running {}", command);
        try {
            Process process = new ProcessBuilder(words(file.toAbsolutePath().toString()))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            int code = process.waitFor();
            if (code != 0) {
                throw new PostWriteException(file, command, "ended with exit code " + code, output, null);
            }
            output.lines().forEach(line -> LOG.info("  {}", line));
        } catch (IOException e) {
            throw new PostWriteException(file, command, "cannot be run", String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostWriteException(file, command, "was interrupted", "", e);
        }
    }

    private List<String> words(String file) {
        List<String> words = new ArrayList<>();
        ShellWords.of(command).forEach(word -> words.add(word.replace(FILE, file)));
        if (!command.contains(FILE)) {
            words.add(file);
        }
        return words;
    }
}
