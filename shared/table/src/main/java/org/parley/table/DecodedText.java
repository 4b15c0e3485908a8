package org.parley.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.table.message.ImportMessage;

/**
 * The decoded text of a file. The file does not name its encoding: an unambiguous encoding is detected, other files are
 * Windows-1252 or refused with a question to the editor. Letter statistics are not used: on short texts they mistake
 * Spanish for Russian.
 *
 * @param encoding the name of the encoding
 * @param examples words with non-ASCII letters, which show an editor whether the encoding is right; empty for Unicode,
 *     which is unambiguous
 */
record DecodedText(String text, String encoding, List<String> examples) {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> SPREADSHEETS = Map.of(
            "504b0304", "XLSX, ODS, ZIP",
            "d0cf11e0", "XLS",
            "25504446", "PDF");
    private static final int EXAMPLES_MAX = 4;
    private static final int SAMPLE = 4_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}’'-]++");
    /** Three non-ASCII letters in a row: rare in Latin text, frequent in Cyrillic or Greek text decoded as Latin. */
    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}&&[^\\x00-\\x7f]]{3}");
    /** UTF-8 letters of Western Europe decoded as Windows-1252. */
    private static final Pattern UTF_8_AS_1252 = Pattern.compile("[\\u00c2\\u00c3][\\u00a0-\\u00bf]|\\u00e2\\u20ac");
    /** Fewer sequences of UTF-8 may be a coincidence. */
    private static final int SEQUENCES_MIN = 3;

    /**
     * Decodes a file in the chosen or detected encoding.
     *
     * @param chosen the encoding that the editor chose; null detects it
     * @throws UnreadableFileException when the file is not text, or the encoding is ambiguous or wrong
     */
    static DecodedText of(byte[] bytes, @Nullable Charset chosen) throws UnreadableFileException {
        String kind = bytes.length < 4
                ? null
                : SPREADSHEETS.get(java.util.HexFormat.of().formatHex(bytes, 0, 4));
        if (kind != null) {
            throw new UnreadableFileException(ImportMessage.of("file.notText", kind));
        }
        DecodedText decoded = chosen != null ? in(chosen, bytes) : detected(bytes);
        if (decoded.text().indexOf('\0') >= 0) {
            throw new UnreadableFileException(ImportMessage.of("file.binary"));
        }
        return decoded;
    }

    private static DecodedText detected(byte[] bytes) throws UnreadableFileException {
        if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
            return in(Charset.forName("UTF-32"), bytes);
        } else if (startsWith(bytes, 0xff, 0xfe)) {
            return in(StandardCharsets.UTF_16LE, bytes);
        } else if (startsWith(bytes, 0xfe, 0xff)) {
            return in(StandardCharsets.UTF_16BE, bytes);
        } else if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return in(StandardCharsets.UTF_8, bytes);
        }
        Charset wide = utf16(bytes);
        if (wide != null) {
            return in(wide, bytes);
        }
        String utf8 = strict(StandardCharsets.UTF_8, bytes);
        return utf8 != null ? new DecodedText(utf8, "UTF-8", List.of()) : latin(bytes);
    }

    private static DecodedText latin(byte[] bytes) throws UnreadableFileException {
        if (isMostlyUtf8(bytes)) {
            throw new UnreadableFileException(ImportMessage.of("file.mixedEncodings"));
        }
        DecodedText read = in(WINDOWS_1252, bytes);
        if (UTF_8_AS_1252.matcher(read.text()).find()) {
            throw new UnreadableFileException(ImportMessage.of("file.mixedEncodings"));
        }
        List<String> words = wordsBeyondAscii(read.text());
        long foreign =
                words.stream().filter(word -> FOREIGN.matcher(word).find()).count();
        if (foreign * 2 > words.size()) {
            throw new UnreadableFileException(
                    ImportMessage.of("file.whichEncoding", String.join(", ", examples(read.text()))));
        }
        return read;
    }

    /** Whether most non-ASCII bytes are part of UTF-8 sequences. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        int sequences = 0;
        int strays = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xff;
            int more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : 0;
            int j = i + 1;
            while (j <= i + more && j < bytes.length && (bytes[j] & 0xc0) == 0x80) {
                j++;
            }
            if (more > 0 && j == i + 1 + more) {
                sequences++;
                i = j - 1;
            } else if (lead > 0x7f) {
                strays++;
            }
        }
        return sequences >= SEQUENCES_MIN && sequences > strays;
    }

    private static List<String> wordsBeyondAscii(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> word.chars().anyMatch(c -> c > 0x7f && Character.isLetter(c)))
                .toList();
    }

    private static DecodedText in(Charset charset, byte[] bytes) throws UnreadableFileException {
        String text = strict(charset, bytes);
        if (text == null) {
            throw new UnreadableFileException(ImportMessage.of("file.notInEncoding", name(charset)));
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        boolean unicode = charset.name().startsWith("UTF-");
        return new DecodedText(plain, name(charset), unicode ? List.of() : examples(plain));
    }

    private static String name(Charset charset) {
        return switch (charset.name()) {
            case "UTF-16LE", "UTF-16BE" -> "UTF-16";
            case "x-MacRoman" -> "Mac Roman";
            default -> charset.name().replaceFirst("^windows", "Windows");
        };
    }

    /** The text; null when the bytes are malformed in this encoding. */
    private static @Nullable String strict(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Detects UTF-16 without a byte order mark: every other byte of Latin text is zero. */
    private static @Nullable Charset utf16(byte[] bytes) {
        int[] zeros = new int[2];
        int sample = Math.min(bytes.length, SAMPLE) & ~1;
        for (int i = 0; i < sample; i++) {
            if (bytes[i] == 0) {
                zeros[i & 1]++;
            }
        }
        if (sample < 8 || bytes.length % 2 != 0) {
            return null;
        } else if (zeros[1] * 4 > sample && zeros[0] * 8 < zeros[1]) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] * 4 > sample && zeros[1] * 8 < zeros[0] ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<String> examples(String text) {
        return wordsBeyondAscii(text).stream()
                .distinct()
                .limit(EXAMPLES_MAX)
                .map(ImportMessage::quoted)
                .toList();
    }
}
