package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.Checkpoint;
import org.parley.contract.proof.ConsistencyProof;
import org.parley.contract.proof.SignedNote;
import org.parley.contract.proof.TreeHash;
import org.parley.testkit.TestLedger;

/** What was signed once holds for ever: through new entries, a restart and a rebuild. */
class ProofHistoryTest {
    private static final String PATH = "/api/negotiations/alaska-2025";

    private final TestLedger ledger = Alaska.told("alaska-2025");

    @Test
    void aLaterCheckpointContinuesTheEarlierOneThroughRestartAndRebuild(@TempDir Path folder) {
        try (Archive archive = new Archive(Alaska.NOW, folder.resolve("log-key"))) {
            List<PublishedEvent> events = ledger.published();
            events.subList(0, 4).forEach(event -> archive.publishAndWait(List.of(event)));
            archive.publishAndWait(events.subList(0, 11));
            String key = archive.get("/api/log-key").body();
            String early = archive.get(PATH + "/checkpoint").body();
            archive.stop();
            archive.start();
            archive.publishAndWait(events);
            assertThat(archive.get("/api/log-key").body()).isEqualTo(key);
            assertThat(archive.get(PATH + "/checkpoint?size=11").body()).isEqualTo(early);
            String export = archive.get(PATH + "/export").body();
            String late = archive.get(PATH + "/checkpoint").body();
            String proof =
                    archive.get(PATH + "/proofs/consistency?from=11&to=20").body();
            assertThat(consistency(archive).proves(root(early), root(late))).isTrue();

            archive.stop();
            archive.dropSchema();
            archive.start();
            archive.publishAndWait(events.subList(19, 20));
            assertThat(archive.get(PATH + "/export").body()).isEqualTo(export);
            assertThat(archive.get(PATH + "/checkpoint").body()).isEqualTo(late);
            assertThat(archive.get(PATH + "/checkpoint?size=11").body()).isEqualTo(early);
            assertThat(archive.get(PATH + "/proofs/consistency?from=11&to=20").body())
                    .isEqualTo(proof);
            assertThat(archive.get("/api/log-key").body()).isEqualTo(key);
        }
    }

    private static ConsistencyProof consistency(Archive archive) {
        List<TreeHash> hashes = archive.get(PATH + "/proofs/consistency?from=11&to=20")
                .json()
                .path("hashes")
                .valueStream()
                .map(hash -> TreeHash.parse(hash.asString()))
                .toList();
        return new ConsistencyProof(11, 20, hashes);
    }

    private static TreeHash root(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text()).root();
    }
}
