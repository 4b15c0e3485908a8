package org.parley.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.parley.contract.kafka.RecordVerifier;
import org.parley.contract.kafka.Verification;
import org.parley.contract.seal.SealKeys;

/**
 * Accepts the records that the ledger published and skips all others, whatever they contain. A skipped record counts as
 * older if only the seal is missing and it lies before the first record with the current key's seal; otherwise it is
 * foreign. Only for the reader's thread.
 */
final class Screen {
    private final RecordVerifier verifier;
    private final Books checkpoint;

    Screen(SealKeys seals, Books checkpoint) {
        this.verifier = new RecordVerifier(seals);
        this.checkpoint = checkpoint;
    }

    /** The ledger's records of a batch, and the skipped ones. */
    record Screened(List<Incoming> ledgers, PassedOver passedOver) {}

    /** @param partitions the number of partitions of the topic */
    Screened screen(List<ConsumerRecord<byte[], byte[]>> records, int partitions) {
        List<Incoming> ledgers = new ArrayList<>(records.size());
        PassedOver passedOver = new PassedOver();
        Map<Integer, Long> sealedFrom = new HashMap<>(checkpoint.sealedFrom());
        for (ConsumerRecord<byte[], byte[]> kafka : records) {
            int partition = kafka.partition();
            long offset = kafka.offset();
            switch (verifier.verify(kafka, partitions)) {
                case Verification.Genuine genuine -> {
                    ledgers.add(new Incoming.Event(partition, offset, genuine.event()));
                    sealed(genuine.isCurrent(), partition, offset, sealedFrom, passedOver);
                }
                case Verification.Undecodable undecodable -> {
                    ledgers.add(Incoming.unreadable(partition, offset, undecodable));
                    sealed(undecodable.isCurrent(), partition, offset, sealedFrom, passedOver);
                }
                case Verification.Foreign foreign -> {
                    if (foreign.lacksSealAlone() && offset < sealedFrom.getOrDefault(partition, Long.MAX_VALUE)) {
                        passedOver.older(partition, offset);
                    } else {
                        passedOver.foreign(partition, offset, foreign);
                    }
                }
            }
        }
        return new Screened(ledgers, passedOver);
    }

    private static void sealed(
            boolean isCurrent, int partition, long offset, Map<Integer, Long> sealedFrom, PassedOver passedOver) {
        if (isCurrent && offset < sealedFrom.getOrDefault(partition, Long.MAX_VALUE)) {
            sealedFrom.put(partition, offset);
            passedOver.sealedFrom(partition, offset);
        }
    }
}
