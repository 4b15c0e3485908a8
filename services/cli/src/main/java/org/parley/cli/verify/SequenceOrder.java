package org.parley.cli.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds numbers that are out of order or repeated. */
final class SequenceOrder {
    private SequenceOrder() {}

    /** The indexes of the numbers that are not part of a longest increasing subsequence: moved or repeated. */
    static Set<Integer> outOfOrder(List<Long> numbers) {
        int[] before = new int[numbers.size()];
        // Per length of an increasing subsequence: the index of its least last number.
        List<Integer> ends = new ArrayList<>();
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

    /** The numbers that occur more than once. */
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

    /** The length of the longest increasing subsequence that ends below a number. */
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
