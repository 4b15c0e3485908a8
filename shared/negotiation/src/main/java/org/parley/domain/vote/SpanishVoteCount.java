package org.parley.domain.vote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.parley.domain.language.Language;
import org.parley.domain.wording.QuantityText;

/** The numbers of a vote in a Spanish sentence. */
record SpanishVoteCount(VoteCount count) {
    /** {@code por 13 votos a 0, con 2 abstenciones}. */
    String forWinner(BigDecimal winner, BigDecimal loser) {
        String clause = count.isPercentage()
                ? " por el " + number(winner) + " % frente al " + number(loser) + " %"
                : " por " + votes(winner) + " a " + number(loser) + shares(winner, loser);
        BigDecimal abstained = count.abstained();
        return abstained == null || abstained.signum() == 0 ? clause : clause + ", con " + abstentions(abstained);
    }

    /** {@code , con 9 votos a favor, 6 en contra y 1 abstención}; empty if no number is known. */
    String inWords() {
        List<String> parts = new ArrayList<>();
        if (count.inFavour() != null) {
            parts.add((count.isPercentage() ? percent(count.inFavour()) : votes(count.inFavour())) + " a favor");
        }
        if (count.opposed() != null) {
            String opposed = count.isPercentage()
                    ? percent(count.opposed())
                    : parts.isEmpty() ? votes(count.opposed()) : number(count.opposed());
            parts.add(opposed + " en contra");
        }
        if (count.abstained() != null) {
            parts.add(abstentions(count.abstained()));
        }
        return parts.isEmpty() ? "" : ", con " + Language.SPANISH.list(parts);
    }

    private static String shares(BigDecimal winner, BigDecimal loser) {
        BigDecimal all = winner.add(loser);
        return VoteCount.isElectorate(all)
                ? " (el " + number(VoteCount.percentage(winner, all)) + " % frente al "
                        + number(VoteCount.percentage(loser, all)) + " %)"
                : "";
    }

    private static String votes(BigDecimal votes) {
        return number(votes) + (votes.compareTo(BigDecimal.ONE) == 0 ? " voto" : " votos");
    }

    private String abstentions(BigDecimal abstained) {
        if (count.isPercentage()) {
            return percent(abstained) + " de abstención";
        }
        return number(abstained) + (abstained.compareTo(BigDecimal.ONE) == 0 ? " abstención" : " abstenciones");
    }

    private static String percent(BigDecimal share) {
        return "el " + number(share) + " %";
    }

    private static String number(BigDecimal number) {
        return QuantityText.number(number, Language.SPANISH);
    }
}
