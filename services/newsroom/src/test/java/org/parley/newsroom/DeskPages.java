package org.parley.newsroom;

import java.util.LinkedHashMap;
import java.util.Map;

/** All pages of the desk with data of the dossier. */
final class DeskPages {
    static final String NEGOTIATION = "/n/ukraine-2025";
    static final String REJECTED = "01990000-0000-7000-8000-00000000002d";
    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("negotiations", "/");
        ALL.put("standing", NEGOTIATION);
        ALL.put("standing-past", NEGOTIATION + "?asOf=2025-08-14&knownAt=2030-01-01");
        ALL.put("matters", NEGOTIATION + "/matters?group=agreement-BILATERAL&status=SIGNED&sort=title");
        ALL.put("wall", "/wall/ukraine-2025");
        ALL.put("matter", NEGOTIATION + "/matters/guarantee/american-backstop");
        ALL.put("negotiation", NEGOTIATION + "/matters/negotiation/ukraine-2025");
        ALL.put("trail", NEGOTIATION + "/trail?kind=guarantee");
        ALL.put("entry", NEGOTIATION + "/entries/" + REJECTED);
        ALL.put("changes", NEGOTIATION + "/changes?from=2025-08-14&to=2025-08-19");
        ALL.put("timeline", NEGOTIATION + "/timeline?from=2025-08-01&to=2025-08-31");
        ALL.put("find", NEGOTIATION + "/find?q=alaska+cesefire");
        ALL.put("views", NEGOTIATION + "/views");
        ALL.put("choose", NEGOTIATION + "/log");
        ALL.put("log-box", NEGOTIATION + "/log?what=Putin+rejects+a+full+ceasefire+while+they+talk");
        ALL.put("log", NEGOTIATION + "/log/ProposeGuarantee");
        ALL.put("log-next", NEGOTIATION + "/log/DiscussGuarantee?matter=american-backstop");
        ALL.put("correct", NEGOTIATION + "/log/CorrectDevelopment?target=" + REJECTED);
        ALL.put("retract", NEGOTIATION + "/log/RetractDevelopment?target=" + REJECTED);
        ALL.put("new", "/new");
        ALL.put("bulk", NEGOTIATION + "/bulk");
        ALL.put("projections", "/chief/projections");
        ALL.put("accounts", "/chief/accounts");
        ALL.put("account", "/account");
        ALL.put("tokens", "/account/tokens");
        ALL.put("design", "/design");
        ALL.put("not-found", "/n/nobody-opened-this");
    }

    private DeskPages() {}
}
