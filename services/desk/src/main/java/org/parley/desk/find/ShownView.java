package org.parley.desk.find;

import java.util.List;
import org.parley.access.view.SavedView;

/** A saved view with its address. */
record ShownView(SavedView view, String href) {
    static List<ShownView> of(List<SavedView> views, Destinations destinations) {
        return views.stream()
                .map(view -> new ShownView(view, destinations.address(view)))
                .toList();
    }
}
