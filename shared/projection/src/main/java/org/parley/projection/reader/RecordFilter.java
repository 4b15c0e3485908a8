package org.parley.projection.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.parley.contract.kafka.RecordVerification;
import org.parley.contract.kafka.RecordVerifier;
import org.parley.contract.seal.SealKeys;
import org.parley.projection.checkpoint.ReaderCheckpoint;
import org.parley.projection.kafka.LedgerRecord;
import org.parley.projection.kafka.SkippedRecords;

/**
 * Accepts the records that the ledger published and skips all others, whatever they contain. A skipped record counts as
 * older if only the seal is missing and it lies before the first record with the current key's seal; otherwise it is
 * foreign. Only for the reader's thread.
 */
final class RecordFilter {
    private final RecordVerifier verifier;
    private final ReaderCheckpoint checkpoint;

    RecordFilter(SealKeys seals, ReaderCheckpoint checkpoint) {
        this.verifier = new RecordVerifier(seals);
        this.checkpoint = checkpoint;
    }

    /** The ledger's records of a batch, and the skipped ones. */
    record FilteredBatch(List<LedgerRecord> accepted, SkippedRecords skipped) {}

    /** @param partitions the number of partitions of the topic */
    FilteredBatch filter(List<ConsumerRecord<byte[], byte[]>> records, int partitions) {
        List<LedgerRecord> ledgers = new ArrayList<>(records.size());
        SkippedRecords passedOver = new SkippedRecords();
        Map<Integer, Long> sealedFrom = new HashMap<>(checkpoint.sealedFrom());
        for (ConsumerRecord<byte[], byte[]> kafka : records) {
            int partition = kafka.partition();
            long offset = kafka.offset();
            switch (verifier.verify(kafka, partitions)) {
                case RecordVerification.Genuine genuine -> {
                    ledgers.add(new LedgerRecord.Event(partition, offset, genuine.event()));
                    sealed(genuine.isCurrent(), partition, offset, sealedFrom, passedOver);
                }
                case RecordVerification.Undecodable undecodable -> {
                    ledgers.add(LedgerRecord.unreadable(partition, offset, undecodable));
                    sealed(undecodable.isCurrent(), partition, offset, sealedFrom, passedOver);
                }
                case RecordVerification.Foreign foreign -> {
                    if (foreign.lacksOnlySeal() && offset < sealedFrom.getOrDefault(partition, Long.MAX_VALUE)) {
                        passedOver.older(partition, offset);
                    } else {
                        passedOver.foreign(partition, offset, foreign);
                    }
                }
            }
        }
        return new FilteredBatch(ledgers, passedOver);
    }

    private static void sealed(
            boolean isCurrent, int partition, long offset, Map<Integer, Long> sealedFrom, SkippedRecords passedOver) {
        if (isCurrent && offset < sealedFrom.getOrDefault(partition, Long.MAX_VALUE)) {
            sealedFrom.put(partition, offset);
            passedOver.sealedFrom(partition, offset);
        }
    }
}
