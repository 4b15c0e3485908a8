package org.parley.desk.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ShareCardTest {
    private static final ShareCard CARD = new ShareCard(
            "Security guarantees for Ukraine",
            "open",
            "On 5 June 2026, Russia (Vladimir Putin) rejected the ceasefire “A full ceasefire while they talk”.",
            "As of 5 June 2026, as known on 6 June 2026");

    @Test
    void pictureHasTheUsualSizeAndIsTheSameEachTime() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(CARD.png()));

        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(CARD.png()).isEqualTo(CARD.png());
        assertThat(CARD.tag()).isEqualTo(CARD.tag()).isNotEqualTo(new ShareCard("Other", null, null, "").tag());
    }

    @Test
    void longTextsEndWithinThePicture() {
        ShareCard card =
                new ShareCard("Words ".repeat(60), "open", "Київ каже: ні. ".repeat(80) + "x".repeat(300), "now");

        assertThat(card.titleLines()).hasSize(3);
        assertThat(card.titleLines().get(2)).endsWith("…");
        assertThat(card.sentenceLines()).hasSize(4);
        assertThat(card.sentenceLines().get(3)).endsWith("…");
        Typeface face = Typeface.bundled("source-serif-4-regular.ttf");
        assertThat(card.sentenceLines())
                .allSatisfy(line -> assertThat(face.width(line, 36)).isLessThanOrEqualTo(1056));
    }

    @Test
    void oneWordIsCutWhereItIsTooWide() {
        Typeface face = Typeface.bundled("source-serif-4-bold.ttf");
        assertThat(face.lines("m".repeat(400), 64, 1056, 3)).hasSize(1).allSatisfy(line -> assertThat(line)
                .endsWith("…"));
        assertThat(face.lines("short", 64, 1056, 3)).containsExactly("short");
    }
}
