package org.offereligibility.explanation;

import java.awt.geom.Rectangle2D;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.abego.treelayout.Configuration.Location;
import org.abego.treelayout.NodeExtentProvider;
import org.abego.treelayout.TreeLayout;
import org.abego.treelayout.util.AbstractTreeForTreeLayout;
import org.abego.treelayout.util.DefaultConfiguration;

/**
 * A finding's box and what it rests on from left to right, each level in its column and each box beside the middle of what it
 * rests on. Lengths are in the picture's units.
 *
 * @see <a href="https://github.com/abego/treelayout">abego TreeLayout</a>
 */
final class BoxTree {
    private static final int BETWEEN_BOXES = 8;

    private final Map<Box, Rectangle2D.Double> places;
    private final int height;

    /**
     * @param root no box may stand in its tree twice
     * @param betweenColumns at least 1
     */
    BoxTree(Box root, int betweenColumns) {
        TreeLayout<Box> layout = new TreeLayout<>(
                new Boxes(root),
                new Extents(),
                new DefaultConfiguration<>(betweenColumns, BETWEEN_BOXES, Location.Left),
                true);
        this.places = layout.getNodeBounds();
        this.height = (int) Math.ceil(layout.getBounds().getHeight());
    }

    int height() {
        return height;
    }

    /** From the tree's left. */
    int x(Box box) {
        return (int) place(box).getX();
    }

    /** From the tree's top; rounded down, which keeps boxes apart since all heights are whole. */
    int y(Box box) {
        return (int) place(box).getY();
    }

    private Rectangle2D.Double place(Box box) {
        Rectangle2D.Double place = places.get(box);
        if (place == null) {
            throw new IllegalArgumentException("the box is not in this tree");
        }
        return place;
    }

    private static final class Extents implements NodeExtentProvider<Box> {
        @Override
        public double getWidth(Box box) {
            return box.width();
        }

        @Override
        public double getHeight(Box box) {
            return box.height();
        }
    }

    /** Boxes are told apart by what they are and not by what they say: the same fact may stand in two places. */
    private static final class Boxes extends AbstractTreeForTreeLayout<Box> {
        private final Map<Box, Box> parents = new IdentityHashMap<>();

        Boxes(Box root) {
            super(root);
            remember(root);
        }

        private void remember(Box parent) {
            for (Box child : parent.because()) {
                parents.put(child, parent);
                remember(child);
            }
        }

        @Override
        @SuppressWarnings("NullAway") // the interface asks for null where there is no parent
        public Box getParent(Box box) {
            return parents.get(box);
        }

        @Override
        public List<Box> getChildrenList(Box box) {
            return box.because();
        }
    }
}
