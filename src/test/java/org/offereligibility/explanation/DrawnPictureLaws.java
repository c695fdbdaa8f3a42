package org.offereligibility.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What must hold for every picture. */
final class DrawnPictureLaws {
    private DrawnPictureLaws() {}

    static void assertHold(String svg) {
        DrawnPicture picture = DrawnPicture.of(svg);
        List<DrawnPicture.Place> nodes = picture.nodes();
        assertThat(nodes).isNotEmpty();
        for (int i = 0; i < nodes.size(); i++) {
            DrawnPicture.Place node = nodes.get(i);
            if (node.x() < 0 || node.y() < 0 || node.right() > picture.width() || node.bottom() > picture.height()) {
                throw new AssertionError("outside: " + node);
            }
            for (DrawnPicture.Place other : nodes.subList(i + 1, nodes.size())) {
                if (node.overlaps(other)) {
                    throw new AssertionError("one over the other: " + node + ", " + other);
                }
            }
        }
        for (DrawnPicture.Words words : picture.words()) {
            if (words.y() < words.lettering().size()
                    || words.y() > picture.height()
                    || words.right() > picture.width()) {
                throw new AssertionError("outside: " + words);
            }
            List<DrawnPicture.Place> around =
                    nodes.stream().filter(node -> holds(node, words)).toList();
            // Only the last line stands under all nodes.
            if (around.isEmpty()
                    ? words.lettering() != Lettering.FINE
                    : words.right() > around.get(0).right()) {
                throw new AssertionError("not within a node: " + words);
            }
        }
    }

    private static boolean holds(DrawnPicture.Place node, DrawnPicture.Words words) {
        return words.x() >= node.x() && words.x() < node.right() && words.y() >= node.y() && words.y() < node.bottom();
    }
}
