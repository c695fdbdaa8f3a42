package org.offereligibility.explanation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A picture as a program that draws SVG reads it. */
record DrawnPicture(Document document) {
    /** @param words all that stands in it, its lines joined by spaces */
    record Place(int x, int y, int width, int height, String classes, String words) {
        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        boolean overlaps(Place other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }
    }

    record Words(int x, int y, String className, String words) {
        Lettering lettering() {
            return Arrays.stream(Lettering.values())
                    .filter(lettering -> List.of(className.split(" ")).contains("derivation-" + lettering.className()))
                    .findFirst()
                    .orElseThrow();
        }

        int right() {
            return x + lettering().width(words);
        }
    }

    /** @throws AssertionError if it is not well-formed XML */
    static DrawnPicture of(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new DrawnPicture(
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception unreadable) {
            throw new AssertionError(svg, unreadable);
        }
    }

    int width() {
        return viewBox(2);
    }

    int height() {
        return viewBox(3);
    }

    private int viewBox(int place) {
        return Integer.parseInt(
                document.getDocumentElement().getAttribute("viewBox").split(" ")[place]);
    }

    /** The verdict, the sections, the findings and what they rest on. */
    List<Place> nodes() {
        return elements("rect").stream()
                .filter(rect -> rect.getAttribute("class").contains("derivation-box"))
                .map(rect -> new Place(
                        number(rect, "x"),
                        number(rect, "y"),
                        number(rect, "width"),
                        number(rect, "height"),
                        rect.getAttribute("class"),
                        words((Element) rect.getParentNode()).stream()
                                .map(Words::words)
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    List<Place> nodes(Box.Outline outline) {
        return nodes().stream()
                .filter(node -> List.of(node.classes().split(" ")).contains("derivation-" + outline.className()))
                .toList();
    }

    List<Words> words() {
        return words(document.getDocumentElement());
    }

    private static List<Words> words(Element parent) {
        return elements(parent, "text").stream()
                .map(text -> new Words(
                        number(text, "x"), number(text, "y"), text.getAttribute("class"), text.getTextContent()))
                .toList();
    }

    String text(String element) {
        return elements(element).get(0).getTextContent();
    }

    List<Element> elements(String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList found = parent.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        for (int i = 0; i < found.getLength(); i++) {
            Node node = found.item(i);
            elements.add((Element) node);
        }
        return elements;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
