package org.parley.access.problem;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.parley.access.language.RequestLanguage;
import org.parley.domain.language.BilingualText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers requests that Tomcat refuses before any filter runs: as a problem, and with the security headers. */
public final class ProblemErrorReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !isWritable(response)) {
            return;
        }
        try {
            HttpStatus known = HttpStatus.resolve(response.getStatus());
            HttpStatus status = known == null ? HttpStatus.BAD_REQUEST : known;
            byte[] json = new ProblemResponse(status, detail(status)).toJson(request);
            SecurityHeaders.write(response);
            RequestLanguage.declare(RequestLanguage.of(request), response);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(json.length);
            response.getOutputStream().write(json);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("An error response could not be sent", e);
        }
    }

    private static boolean isWritable(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    private static BilingualText detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST ->
                new BilingualText(
                        "The request is malformed: its URI or a header is invalid or too long. A slash within a path"
                                + " segment cannot be sent as %2F.",
                        "La solicitud está mal formada: su URI o una cabecera no es válida o es demasiado larga. Una"
                                + " barra dentro de un segmento de la ruta no se puede enviar como %2F.");
            case URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE ->
                new BilingualText(
                        "The URI and the headers are too long.", "La URI y las cabeceras son demasiado largas.");
            case CONTENT_TOO_LARGE -> new BilingualText("The body is too large.", "El cuerpo es demasiado grande.");
            case HTTP_VERSION_NOT_SUPPORTED -> new BilingualText("Use HTTP/1.1.", "Use HTTP/1.1.");
            default -> ProblemResponse.of(status.value()).detail();
        };
    }
}
