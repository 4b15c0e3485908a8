package org.parley.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.table.cell.CellText;

class DecodedTextTest {
    private static final String TEXT = "command,matter,title\r\nMakeDemand,señal,Zölle – “más”\r\n";

    @ParameterizedTest
    @CsvSource({
        "UTF-8,'',UTF-8",
        "UTF-8,\uFEFF,UTF-8",
        "UTF-16LE,\uFEFF,UTF-16",
        "UTF-16BE,\uFEFF,UTF-16",
        "UTF-16LE,'',UTF-16",
        "UTF-16BE,'',UTF-16",
        "windows-1252,'',Windows-1252"
    })
    void detectsUnambiguousEncodings(String encoding, String mark, String name) throws UnreadableFileException {
        DecodedText read = DecodedText.of((mark + TEXT).getBytes(Charset.forName(encoding)), null);

        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.encoding()).isEqualTo(name);
    }

    @Test
    void showsExampleWordsOfAnEightBitEncoding() throws UnreadableFileException {
        assertThat(DecodedText.of(TEXT.getBytes(DecodedText.WINDOWS_1252), null).examples())
                .containsExactly("señal", "Zölle", "más");
        assertThat(DecodedText.of(TEXT.getBytes(StandardCharsets.UTF_8), null).examples())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-U", "ISO-8859-7"})
    void refusesLettersThatAreNotLatin(String encoding) {
        String text =
                "command,title\nMakeDemand," + (encoding.equals("ISO-8859-7") ? "Ειρήνη τώρα" : "Припинення вогню");
        byte[] bytes = text.getBytes(Charset.forName(encoding));

        assertThatThrownBy(() -> DecodedText.of(bytes, null)).hasMessageContaining("encoding");
        assertThat(decoded(bytes, encoding)).isEqualTo(text);
    }

    private static String decoded(byte[] bytes, String encoding) {
        try {
            return DecodedText.of(bytes, Charset.forName(encoding)).text();
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesMixedEncodings() {
        byte[] one = "a,Süd\n".getBytes(StandardCharsets.UTF_8);
        byte[] other = "b,Süd\n".getBytes(DecodedText.WINDOWS_1252);
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);

        assertThatThrownBy(() -> DecodedText.of(both, null)).hasMessageContaining("UTF-8 and others in Windows-1252");
    }

    @Test
    void oneMalformedCharacterDoesNotChangeTheEncoding() {
        byte[] bytes = "command,title\nMakeDemand,Припинення вогню".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = ' ';

        assertThatThrownBy(() -> DecodedText.of(bytes, null)).hasMessageContaining("UTF-8 and others");
    }

    @Test
    void quotedWordIsNotUtf8() throws UnreadableFileException {
        String text = "title\n„heiß“\nLIBERTÉ»\n";

        assertThat(DecodedText.of(text.getBytes(DecodedText.WINDOWS_1252), null).text())
                .isEqualTo(text);
    }

    @Test
    void longWordIsScannedOnce() throws UnreadableFileException {
        String text = "a".repeat(2_000_000) + " é " + " ".repeat(2_000_000);

        assertThat(DecodedText.of(text.getBytes(DecodedText.WINDOWS_1252), null).examples())
                .containsExactly("é");
        assertThat(CellText.trimmed(text)).hasSize(2_000_002);
    }

    @Test
    void refusesBinaryFiles() {
        assertThatThrownBy(() -> DecodedText.of(new byte[] {'P', 'K', 3, 4, 20, 0}, null))
                .hasMessageContaining("XLSX")
                .hasMessageContaining("CSV UTF-8");
        assertThatThrownBy(() -> DecodedText.of(new byte[] {'a', 0, 1, 0, 0, 0, 'b', 2, 3}, null))
                .hasMessageContaining("not a text file");
        assertThatThrownBy(() -> DecodedText.of(new byte[] {'a', (byte) 0x81, 'b'}, null))
                .hasMessageContaining("not in Windows-1252");
        assertThatThrownBy(() -> DecodedText.of(new byte[] {(byte) 0xff, (byte) 0xfe, 'a'}, null))
                .hasMessageContaining("not in UTF-16");
        assertThatThrownBy(() -> DecodedText.of(new byte[] {'a', (byte) 0xfc}, StandardCharsets.UTF_8))
                .hasMessageContaining("not in UTF-8");
    }
}
