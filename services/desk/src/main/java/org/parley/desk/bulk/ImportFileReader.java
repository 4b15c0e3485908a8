package org.parley.desk.bulk;

import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.form.CommandFields;
import org.parley.desk.form.EventNames;
import org.parley.desk.page.PageMessages;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.table.ImportFile;
import org.parley.table.ImportReader;
import org.parley.table.cell.Vocabulary;

/**
 * Reads import files; commands, parties and choices may be written with the labels of the pages in any of their
 * languages.
 */
final class ImportFileReader {
    /** The encodings that an editor may choose, because they cannot be detected reliably. */
    static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "windows-1253",
            "windows-1254",
            "ISO-8859-2",
            "KOI8-U",
            "x-MacRoman");

    /** Reading takes several times the memory of the file, so the number of files read at once is limited. */
    private static final int AT_ONCE = 2;

    private final ArchiveClient archive;
    private final PageMessages words;
    private final Semaphore permits = new Semaphore(AT_ONCE, true);

    ImportFileReader(ArchiveClient archive, PageMessages words) {
        this.archive = archive;
        this.words = words;
    }

    ImportFile file(String negotiation, byte[] file, @Nullable Charset encoding) {
        return withPermit(negotiation, reader -> reader.read(file, encoding));
    }

    ImportFile text(String negotiation, String text) {
        return withPermit(negotiation, reader -> reader.read(text));
    }

    private ImportFile withPermit(String negotiation, Function<ImportReader, ImportFile> read) {
        ImportReader reader = new ImportReader(negotiation, vocabulary(negotiation));
        permits.acquireUninterruptibly();
        try {
            return read.apply(reader);
        } finally {
            permits.release();
        }
    }

    private Vocabulary vocabulary(String negotiation) {
        Vocabulary vocabulary = new Vocabulary();
        NegotiationView state = archive.state(negotiation, BitemporalPoint.NOW);
        state.parties().forEach(party -> vocabulary.party(party.party(), party.name()));
        state.matters().forEach(matter -> vocabulary.matter(matter.title(), matter.matter()));
        for (String command : DomainCatalogue.commands().keySet()) {
            words.inAllLanguages("event." + EventNames.of(command))
                    .forEach(label -> vocabulary.command(label, command));
            words.inAllLanguages("command." + command).forEach(label -> vocabulary.command(label, command));
            CommandFields.of(command)
                    .forEach(field -> field.options().forEach(option -> words.inAllLanguages("term." + option)
                            .forEach(label -> vocabulary.choice(label, option))));
        }
        return vocabulary;
    }
}
