package org.parley.domain.vote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.language.Language;
import org.parley.domain.wording.QuantityText;

/**
 * The numbers of a vote in a sentence. Numbers with decimals are percentages.
 *
 * @param inFavour the votes in favour; null if unknown
 * @param opposed the votes against; null if unknown
 * @param abstained the abstentions; null if unknown
 */
record VoteCount(
        @Nullable BigDecimal inFavour,
        @Nullable BigDecimal opposed,
        @Nullable BigDecimal abstained) {
    /** From this many votes on, an electorate has voted, and readers expect percentages. */
    private static final BigDecimal ELECTORATE_MIN = BigDecimal.valueOf(10_000);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * {@code by 13 votes to 0, with 2 abstentions}; the numbers by name where the winner does not have more of them, as
     * when a majority of two thirds is needed.
     */
    String forWinner(@Nullable BigDecimal winner, @Nullable BigDecimal loser, Language language) {
        if (winner == null || loser == null || winner.compareTo(loser) <= 0) {
            return inWords(language);
        }
        return switch (language) {
            case ENGLISH -> forWinner(winner, loser);
            case SPANISH -> new SpanishVoteCount(this).forWinner(winner, loser);
        };
    }

    private String forWinner(BigDecimal winner, BigDecimal loser) {
        String clause = isPercentage()
                ? " by " + number(winner) + "% to " + number(loser) + "%"
                : " by " + votes(winner) + " to " + number(loser) + shares(winner, loser);
        return abstained == null || abstained.signum() == 0 ? clause : clause + ", with " + abstentions(abstained);
    }

    /** {@code , with 9 votes in favour, 6 against and 1 abstention}; empty if no number is known. */
    String inWords(Language language) {
        return switch (language) {
            case ENGLISH -> inWords();
            case SPANISH -> new SpanishVoteCount(this).inWords();
        };
    }

    private String inWords() {
        List<String> parts = new ArrayList<>();
        if (inFavour != null) {
            parts.add((isPercentage() ? number(inFavour) + "%" : votes(inFavour)) + " in favour");
        }
        if (opposed != null) {
            String count = isPercentage() ? number(opposed) + "%" : parts.isEmpty() ? votes(opposed) : number(opposed);
            parts.add(count + " against");
        }
        if (abstained != null) {
            parts.add(abstentions(abstained));
        }
        return parts.isEmpty() ? "" : ", with " + Language.ENGLISH.list(parts);
    }

    boolean isPercentage() {
        return Stream.of(inFavour, opposed, abstained)
                .anyMatch(count -> count != null && count.stripTrailingZeros().scale() > 0);
    }

    private static String shares(BigDecimal winner, BigDecimal loser) {
        BigDecimal all = winner.add(loser);
        return !isElectorate(all) ? "" : " (" + share(winner, all) + "% to " + share(loser, all) + "%)";
    }

    static boolean isElectorate(BigDecimal votes) {
        return votes.compareTo(ELECTORATE_MIN) >= 0;
    }

    private static String share(BigDecimal part, BigDecimal all) {
        return number(percentage(part, all));
    }

    static BigDecimal percentage(BigDecimal part, BigDecimal all) {
        return part.multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP);
    }

    private static String votes(BigDecimal count) {
        return number(count) + (count.compareTo(BigDecimal.ONE) == 0 ? " vote" : " votes");
    }

    private String abstentions(BigDecimal count) {
        if (isPercentage()) {
            return number(count) + "% abstaining";
        }
        return number(count) + (count.compareTo(BigDecimal.ONE) == 0 ? " abstention" : " abstentions");
    }

    private static String number(BigDecimal count) {
        return QuantityText.number(count, Language.ENGLISH);
    }
}
