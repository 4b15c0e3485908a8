package org.parley.archive.trail.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.party.PartyCode;
import org.parley.domain.state.EntrySentence;

/**
 * A word that stands for the name of a party or the title of a matter in the searchable text. A search for a name
 * becomes a search for the tokens of everything with that name, so a rename changes none of the indexed sentences.
 * PostgreSQL treats a token as one word in every language, since it consists of letters and digits.
 */
public final class NameToken {
    private static final HexFormat HEX = HexFormat.of();

    private NameToken() {}

    static String party(String code) {
        return "zzp" + HEX.formatHex(code.getBytes(StandardCharsets.UTF_8));
    }

    /** The token for the name that an admission of a party recorded. */
    static String admission(String code, String name) {
        byte[] admitted = (code + "/" + name).getBytes(StandardCharsets.UTF_8);
        return "zza" + UUID.nameUUIDFromBytes(admitted).toString().replace("-", "");
    }

    static String matter(String kind, String slug) {
        byte[] address = (kind + "/" + slug).getBytes(StandardCharsets.UTF_8);
        return "zzm" + UUID.nameUUIDFromBytes(address).toString().replace("-", "");
    }

    /** The context that puts tokens in place of names in the sentence of an entry. */
    public static EntrySentence.Context sentence(DevelopmentThread thread) {
        return new EntrySentence.Context() {
            @Override
            public String partyName(PartyCode code, Instant world) {
                return party(code.text());
            }

            @Override
            public String admittedName(PartyCode code, String recorded, Instant world) {
                return admission(code.text(), recorded);
            }

            /** Always false: it depends on other admissions, which may be recorded later. */
            @Override
            public boolean isRenamed(PartyCode code, String name, Instant world) {
                return false;
            }

            @Override
            public String title(MatterAddress matter, Instant world) {
                return matter(matter.kind().slug(), matter.slug());
            }

            @Override
            public Optional<LedgerEntry> entry(MatterAddress matter, UUID id) {
                return thread.entry(id);
            }
        };
    }
}
