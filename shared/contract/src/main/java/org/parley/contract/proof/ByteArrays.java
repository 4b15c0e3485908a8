package org.parley.contract.proof;

import java.util.Arrays;

/** Joins and splits byte arrays. */
final class ByteArrays {
    private ByteArrays() {}

    static byte[] join(byte[] left, byte[] right) {
        byte[] joined = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        return joined;
    }

    static byte[] first(int count, byte[] bytes) {
        return Arrays.copyOf(bytes, count);
    }

    static byte[] after(int count, byte[] bytes) {
        return Arrays.copyOfRange(bytes, count, bytes.length);
    }
}
