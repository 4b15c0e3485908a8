package org.parley.cli.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of some numbers are out of order, and which are repeated. */
final class Order {
    private Order() {}

    /** The indexes of those that do not belong to a longest rising run among them: moved elsewhere, or repeated. */
    static Set<Integer> outOfOrder(List<Long> numbers) {
        int[] before = new int[numbers.size()];
        List<Integer> ends = new ArrayList<>(); // of the rising runs of each length, the index of the least last number
        for (int i = 0; i < numbers.size(); i++) {
            int length = lengthBelow(ends, numbers, numbers.get(i));
            before[i] = length == 0 ? -1 : ends.get(length - 1);
            if (length == ends.size()) {
                ends.add(i);
            } else {
                ends.set(length, i);
            }
        }
        Set<Integer> out = new HashSet<>();
        for (int i = 0; i < numbers.size(); i++) {
            out.add(i);
        }
        for (int i = ends.isEmpty() ? -1 : ends.getLast(); i >= 0; i = before[i]) {
            out.remove(i);
        }
        return out;
    }

    /** Those of the numbers that are there more than once. */
    static Set<Long> repeated(List<Long> numbers) {
        Set<Long> seen = new HashSet<>();
        Set<Long> repeated = new HashSet<>();
        for (Long number : numbers) {
            if (!seen.add(number)) {
                repeated.add(number);
            }
        }
        return repeated;
    }

    /** How long the longest rising run is that ends below a number. */
    private static int lengthBelow(List<Integer> ends, List<Long> numbers, long number) {
        int from = 0;
        int to = ends.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (numbers.get(ends.get(middle)) < number) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
