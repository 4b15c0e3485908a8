package org.parley.desk.bulk;

import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Moment;
import org.parley.desk.log.CommandFields;
import org.parley.desk.log.EventNames;
import org.parley.desk.page.Words;
import org.parley.table.ImportFile;
import org.parley.table.ImportReader;
import org.parley.table.Vocabulary;

/** Reads files with the names that the pages use, in any language of theirs. */
final class FileReading {
    /** Encodings that cannot be told apart by what is in a file; an editor chooses one. */
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

    /** Reading takes several times the memory of the file: not everybody's at once. */
    private static final int AT_ONCE = 2;

    private final Archive archive;
    private final Words words;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    FileReading(Archive archive, Words words) {
        this.archive = archive;
        this.words = words;
    }

    ImportFile file(String negotiation, byte[] file, @Nullable Charset encoding) {
        return inTurn(negotiation, reader -> reader.read(file, encoding));
    }

    ImportFile text(String negotiation, String text) {
        return inTurn(negotiation, reader -> reader.read(text));
    }

    private ImportFile inTurn(String negotiation, Function<ImportReader, ImportFile> read) {
        ImportReader reader = new ImportReader(negotiation, vocabulary(negotiation));
        turns.acquireUninterruptibly();
        try {
            return read.apply(reader);
        } finally {
            turns.release();
        }
    }

    private Vocabulary vocabulary(String negotiation) {
        Vocabulary vocabulary = new Vocabulary();
        archive.state(negotiation, Moment.NOW)
                .parties()
                .forEach(party -> vocabulary.party(party.party(), party.name()));
        for (String command : Catalogue.commands().keySet()) {
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
