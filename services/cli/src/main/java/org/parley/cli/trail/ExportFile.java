package org.parley.cli.trail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.cli.server.CommandFailedException;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;

/** Reads a verifiable export: NDJSON with one event per line. */
public final class ExportFile {
    private ExportFile() {}

    /**
     * The lines of a file without their line breaks; {@code -} is standard input.
     *
     * @throws CommandFailedException when the file cannot be read
     */
    public static List<byte[]> lines(Path file) {
        try {
            return lines(file.toString().equals("-") ? standardInput() : Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("there is no file " + file);
        } catch (IOException e) {
            throw new CommandFailedException("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static byte[] standardInput() throws IOException {
        try (InputStream in = System.in) {
            return in.readAllBytes();
        }
    }

    public static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            lines.add(Arrays.copyOfRange(bytes, start, bytes.length));
        }
        return lines;
    }

    /**
     * The events of the lines.
     *
     * @throws CommandFailedException when a line is not an event
     */
    public static List<PublishedEvent> events(List<byte[]> lines) {
        List<PublishedEvent> events = new ArrayList<>(lines.size());
        for (byte[] line : lines) {
            try {
                events.add(PublishedEvent.of(Json.MAPPER.readTree(line)));
            } catch (RuntimeException e) {
                throw new CommandFailedException("line " + (events.size() + 1) + " is not an event: "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
        return events;
    }
}
