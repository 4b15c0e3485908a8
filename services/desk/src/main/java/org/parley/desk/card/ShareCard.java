package org.parley.desk.card;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * What the picture says. The same content makes the same picture.
 *
 * @param status the status in a word; null where it is not told
 * @param sentence what happened last; null where nothing is told
 * @param times the two times that it shows
 */
record ShareCard(
        String title, @Nullable String status, @Nullable String sentence, String times) {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final int MARGIN = 72;
    private static final int TITLE = 64;
    private static final int TITLE_LINES = 3;
    private static final int TEXT = 36;
    private static final int SMALL = 26;
    private static final double LINE = 1.22;
    private static final Color PAPER = new Color(0xf7f7f4);
    private static final Color INK = new Color(0x14161a);
    private static final Color QUIET = new Color(0x41454c);
    private static final Typeface BOLD = Typeface.bundled("source-serif-4-bold.ttf");
    private static final Typeface REGULAR = Typeface.bundled("source-serif-4-regular.ttf");

    /** An id of the content, for browsers that have the picture already. */
    String tag() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The lines of the sentence, as many as fit below the title. */
    List<String> sentenceLines() {
        int room = 7 - titleLines().size();
        return sentence == null ? List.of() : REGULAR.lines(sentence, TEXT, WIDTH - 2.0 * MARGIN, room);
    }

    List<String> titleLines() {
        return BOLD.lines(title, TITLE, WIDTH - 2.0 * MARGIN, TITLE_LINES);
    }

    /** A PNG of 1200 × 630 pixels. */
    byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setColor(PAPER);
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.setColor(INK);
        drawing.fillRect(0, 0, WIDTH, 10);
        write(drawing, BOLD, "Parley", MARGIN, 90, TEXT);
        double y = 90 + TITLE * 1.6;
        for (String line : titleLines()) {
            write(drawing, BOLD, line, MARGIN, y, TITLE);
            y += TITLE * LINE;
        }
        drawing.setColor(QUIET);
        if (status != null) {
            write(drawing, BOLD, status, MARGIN, y, SMALL);
        }
        y += TEXT * 1.5;
        drawing.setColor(INK);
        for (String line : sentenceLines()) {
            write(drawing, REGULAR, line, MARGIN, y, TEXT);
            y += TEXT * LINE;
        }
        drawing.setColor(QUIET);
        write(drawing, REGULAR, times, MARGIN, HEIGHT - 48.0, SMALL);
        drawing.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Graphics2D drawing, Typeface face, String text, double x, double y, double size) {
        drawing.fill(face.outline(text, x, y, size));
    }
}
