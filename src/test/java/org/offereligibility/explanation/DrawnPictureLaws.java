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
            assertThat(node.x() >= 0
                            && node.y() >= 0
                            && node.right() <= picture.width()
                            && node.bottom() <= picture.height())
                    .as("%s lies inside", node)
                    .isTrue();
            for (DrawnPicture.Place other : nodes.subList(i + 1, nodes.size())) {
                assertThat(node.overlaps(other)).as("%s over %s", node, other).isFalse();
            }
        }
        for (DrawnPicture.Words words : picture.words()) {
            assertThat(words.y() >= words.lettering().size()
                            && words.y() <= picture.height()
                            && words.right() <= picture.width())
                    .as("%s lies inside", words)
                    .isTrue();
            assertThat(nodes.stream().filter(node -> holds(node, words)))
                    .as("%s stands in one node, or under them all", words)
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(node -> words.right() <= node.right());
        }
    }

    private static boolean holds(DrawnPicture.Place node, DrawnPicture.Words words) {
        return words.x() >= node.x() && words.x() < node.right() && words.y() >= node.y() && words.y() < node.bottom();
    }
}
