package org.parley.desk.entry;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The difference of two texts, word by word. */
final class WordDiff {
    /** A word, or what stands between two words. Joined they are the text again. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}’'-]+|\\s+|[^\\p{L}\\p{N}\\p{M}\\s]");

    private WordDiff() {}

    /** What became of a part of the text. */
    enum Change {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A part of the text. */
    record Part(Change change, String text) {
        public boolean isRemoved() {
            return change == Change.REMOVED;
        }

        public boolean isAdded() {
            return change == Change.ADDED;
        }
    }

    /**
     * The parts of both texts in order. Those kept or removed give the text before, those kept or added the text after.
     */
    static List<Part> between(String before, String after) {
        List<String> old = tokens(before);
        List<String> changed = tokens(after);
        List<Part> parts = new ArrayList<>();
        int reached = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, changed).getDeltas()) {
            add(parts, Change.KEPT, old.subList(reached, delta.getSource().getPosition()));
            add(parts, Change.REMOVED, delta.getSource().getLines());
            add(parts, Change.ADDED, delta.getTarget().getLines());
            reached = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(parts, Change.KEPT, old.subList(reached, old.size()));
        return joined(parts);
    }

    /** One value in place of another, without a comparison of their words; no part for a value that is empty. */
    static List<Part> whole(String before, String after) {
        List<Part> parts = new ArrayList<>();
        if (!before.isEmpty()) {
            parts.add(new Part(Change.REMOVED, before));
        }
        if (!after.isEmpty()) {
            parts.add(new Part(Change.ADDED, after));
        }
        return parts;
    }

    private static void add(List<Part> parts, Change change, List<String> tokens) {
        if (!tokens.isEmpty()) {
            parts.add(new Part(change, String.join("", tokens)));
        }
    }

    /** Joins changes that only a space separates, so that a changed phrase reads as one. */
    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean isBetweenChanges =
                    part.change() == Change.KEPT && part.text().isBlank() && i > 0 && i < parts.size() - 1;
            if (isBetweenChanges) {
                removed.append(part.text());
                added.append(part.text());
            } else if (part.isRemoved()) {
                removed.append(part.text());
            } else if (part.isAdded()) {
                added.append(part.text());
            } else {
                flush(joined, removed, added);
                joined.add(part);
            }
        }
        flush(joined, removed, added);
        return joined;
    }

    private static void flush(List<Part> joined, StringBuilder removed, StringBuilder added) {
        if (!removed.isEmpty()) {
            joined.add(new Part(Change.REMOVED, removed.toString()));
        }
        if (!added.isEmpty()) {
            joined.add(new Part(Change.ADDED, added.toString()));
        }
        removed.setLength(0);
        added.setLength(0);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }
}
