package org.offereligibility.explanation;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** What a CommonMark parser makes of a page. */
final class MarkdownTree {
    private MarkdownTree() {}

    /** The kinds of its nodes by depth, one a line; neighbouring texts are one. */
    static String of(String page) {
        StringBuilder tree = new StringBuilder();
        nodes(Parser.builder().build().parse(page), "", tree);
        return tree.toString();
    }

    private static void nodes(Node node, String indent, StringBuilder tree) {
        boolean again = node instanceof Text && node.getPrevious() instanceof Text;
        if (!again) {
            tree.append(indent).append(node.getClass().getSimpleName()).append('\n');
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            nodes(child, indent + " ", tree);
        }
    }

    /** What its code spans hold. */
    static List<String> codes(String page) {
        List<String> codes = new ArrayList<>();
        collect(Parser.builder().build().parse(page), codes);
        return codes;
    }

    private static void collect(Node node, List<String> codes) {
        if (node instanceof Code code) {
            codes.add(code.getLiteral());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            collect(child, codes);
        }
    }
}
