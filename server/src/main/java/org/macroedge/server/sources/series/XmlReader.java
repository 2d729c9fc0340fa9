package org.macroedge.server.sources.series;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.macroedge.server.sources.SourceFault;

/// Reads answers in XML element by element, without what other documents could add to them: no document types, no
/// entities of their own, no files.
public final class XmlReader {

    private static final int DEEPEST = 64;

    private XmlReader() {}

    /// What takes the parts of a document in their order.
    public interface Parts {

        /// An element begins.
        ///
        /// @param open the names of those around it, the nearest first
        void start(XMLStreamReader element, Deque<String> open);

        /// A text that is more than blank space.
        ///
        /// @param open the names of the elements around it, the nearest first
        void text(String text, Deque<String> open);

        /// An element ends.
        default void end(String name) {}
    }

    /// @param form that the answer should have, in words of a reader
    /// @throws SourceFault where it is not XML that ends
    public static void read(byte[] body, String form, Parts parts) {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Deque<String> open = new ArrayDeque<>();
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                take(reader, reader.next(), open, parts);
            }
        } catch (XMLStreamException unreadable) {
            throw SourceFault.notUnderstood("it is not " + form);
        }
    }

    private static void take(XMLStreamReader reader, int event, Deque<String> open, Parts parts) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (open.size() == DEEPEST) {
                    throw SourceFault.notUnderstood("its elements are more than " + DEEPEST + " deep");
                }
                parts.start(reader, open);
                open.push(reader.getLocalName());
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (!reader.getText().isBlank()) {
                    parts.text(reader.getText().strip(), open);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> parts.end(open.pop());
            case XMLStreamConstants.DTD -> throw SourceFault.notUnderstood("it declares a document type");
            default -> {}
        }
    }
}
