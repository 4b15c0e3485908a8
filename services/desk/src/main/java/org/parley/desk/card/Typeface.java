package org.parley.desk.card;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A font whose letters are drawn as outlines: the same on every machine, also where no fonts are installed. Lengths are
 * pixels.
 */
final class Typeface {
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /** One of the bundled fonts, by the name of its file. */
    static Typeface bundled(String name) {
        try (InputStream file = Objects.requireNonNull(
                Typeface.class.getResourceAsStream("/desk/fonts/" + name), () -> "no font " + name)) {
            return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
    }

    /** The outline of a text that begins at x on a base line at y. */
    Path2D outline(String text, double x, double y, double size) {
        Path2D outline = new Path2D.Double();
        double scale = size / unitsPerEm;
        double place = x;
        for (int character : text.codePoints().toArray()) {
            GlyphData glyph = glyph(character);
            if (glyph != null) {
                AffineTransform placed = AffineTransform.getTranslateInstance(place, y);
                placed.scale(scale, -scale);
                outline.append(glyph.getPath().getPathIterator(placed), false);
            }
            place += advance(character) * scale;
        }
        return outline;
    }

    /** A text in lines of at most this width; what does not fit into the last one is left out, with an ellipsis. */
    List<String> lines(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width || line.isEmpty()) {
                line = longer;
            } else if (lines.size() == most - 1) {
                lines.add(shortened(longer, size, width));
                return lines;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(shortened(line, size, width));
        return lines;
    }

    private String shortened(String line, double size, double width) {
        if (width(line, size) <= width) {
            return line;
        }
        String shorter = line;
        while (!shorter.isEmpty() && width(shorter + "…", size) > width) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter.stripTrailing() + "…";
    }

    private synchronized int advance(int character) {
        try {
            return font.getAdvanceWidth(characters.getGlyphId(character));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized @Nullable GlyphData glyph(int character) {
        try {
            return font.getGlyph().getGlyph(characters.getGlyphId(character));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
