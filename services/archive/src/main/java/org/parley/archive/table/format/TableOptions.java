package org.parley.archive.table.format;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.ProblemException;
import org.parley.access.problem.ProblemResponse;
import org.parley.archive.query.AcceptHeader;
import org.parley.archive.query.ByteOrderMarkParameter;
import org.parley.archive.query.QueryProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The query parameters for the form of a table. */
public record TableOptions(
        @Parameter(description = "csv or ndjson; takes precedence over Accept, and is csv where neither chooses")
        @Nullable String format,

        @Parameter(description = ByteOrderMarkParameter.DESCRIPTION) @Nullable String bom,

        @Parameter(
                description = "false: CSV without the apostrophe before a text that a spreadsheet would interpret as a"
                        + " formula (it starts with = + - @, a tab or a line break); true by default")
        @Nullable String guard) {

    /**
     * The chosen form.
     *
     * @param bom whether CSV starts with a byte order mark
     * @param guard whether CSV is guarded against formulas
     */
    public record Form(TableFormat format, boolean bom, boolean guard) {}

    /**
     * The form by the parameters and the header {@code Accept}.
     *
     * @throws QueryProblemException (400) if a parameter is invalid, or does not apply to the format
     * @throws ProblemException (406) if the header accepts no format and no parameter chooses one
     */
    public Form form(@Nullable String accept) {
        TableFormat chosen = format == null || format.isBlank() ? accepted(accept) : parsed(format.strip());
        boolean csv = chosen == TableFormat.CSV;
        return new Form(chosen, ByteOrderMarkParameter.isWanted(bom, csv), isGuarded(csv));
    }

    private static TableFormat parsed(String given) {
        return Stream.of(TableFormat.values())
                .filter(each -> each.text().equals(given))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.badRequest(
                        "/format", "must be " + TableFormat.all("or"), "debe ser " + TableFormat.all("o")));
    }

    private static TableFormat accepted(@Nullable String accept) {
        List<String> available =
                Stream.of(TableFormat.values()).map(TableFormat::mediaType).toList();
        if (accept != null && !accept.isBlank() && !isAcceptable(accept, available)) {
            throw new ProblemException(new ProblemResponse(
                    HttpStatus.NOT_ACCEPTABLE,
                    "A table is " + String.join(" or ", available) + ". Accept one of them, or say format="
                            + TableFormat.all("or") + ".",
                    "Una tabla es " + String.join(" o ", available) + ". Acepte uno de ellos o indique format="
                            + TableFormat.all("o") + "."));
        }
        String preferred = AcceptHeader.preferred(accept, available);
        return TableFormat.values()[available.indexOf(preferred)];
    }

    private static boolean isAcceptable(String accept, List<String> available) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .filter(range -> range.getQualityValue() > 0)
                    .anyMatch(range ->
                            available.stream().map(MediaType::parseMediaType).anyMatch(range::includes));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private boolean isGuarded(boolean csv) {
        if (guard == null || guard.isBlank()) {
            return csv;
        }
        if (!guard.strip().equals("true") && !guard.strip().equals("false")) {
            throw QueryProblemException.badRequest("/guard", "must be true or false", "debe ser true o false");
        }
        if (!csv) {
            throw QueryProblemException.badRequest(
                    "/guard", "applies only to CSV; leave it out", "solo sirve para CSV; omítalo");
        }
        return guard.strip().equals("true");
    }
}
