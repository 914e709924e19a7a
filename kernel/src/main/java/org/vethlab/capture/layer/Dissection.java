package org.vethlab.capture.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.WireException;

/**
 * A packet while it is taken apart, from the outside in: each layer adds its fields and says what the packet is, as far
 * as it can tell; a layer within may know better.
 */
public final class Dissection {
    private final TcpStreams streams;
    private final List<Layer> layers = new ArrayList<>();
    private List<Layer.Field> fields = new ArrayList<>();
    private String source = "";
    private String destination = "";
    private String protocol = "";
    private String info = "";
    private Kind kind = Kind.OTHER;
    private Optional<Dialogue> dialogue = Optional.empty();
    private boolean inError;

    Dissection(TcpStreams streams) {
        this.streams = streams;
    }

    /** Takes apart what stands behind a link-layer header of some kind. */
    interface Parser {
        void parse(ByteReader in, Dissection out);
    }

    /** Lets a parser add a layer; what it does not understand is shown as bytes. */
    void inside(String name, ByteReader in, Parser parser) {
        try {
            parser.parse(in, this);
        } catch (WireException e) {
            layer("[Malformed Packet: " + name + "]");
            info = info.isEmpty() ? "[Malformed Packet]" : info + "  [Malformed Packet]";
        }
    }

    /** A field of the layer that is being read. */
    Dissection field(String name, Object value) {
        fields.add(new Layer.Field(name, value.toString()));
        return this;
    }

    /** The layer has been read. */
    void layer(String title) {
        layers.add(new Layer(title, List.copyOf(fields)));
        fields = new ArrayList<>();
    }

    void ends(Object from, Object to) {
        if (!inError) {
            source = from.toString();
            destination = to.toString();
        }
    }

    /** What the packet is, as far as this layer knows. */
    void says(String newProtocol, Kind newKind, String newInfo) {
        if (!inError) {
            protocol = newProtocol;
            kind = newKind;
            info = newInfo;
        }
    }

    /** That it asks for an answer, or gives one; an error is the answer to the question that it quotes. */
    void part(Dialogue newDialogue) {
        if (!inError) {
            dialogue = Optional.of(newDialogue);
        } else if (newDialogue.role() == Dialogue.Role.QUESTION) {
            dialogue = Optional.of(Dialogue.answer(newDialogue.key()));
        }
    }

    /** What follows is the packet that an error is about: it has layers, but is not what is said here. */
    void quotes() {
        inError = true;
    }

    TcpStreams streams() {
        return streams;
    }

    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    public String source() {
        return source;
    }

    public String destination() {
        return destination;
    }

    /** The innermost protocol. */
    public String protocol() {
        return protocol;
    }

    public Kind kind() {
        return kind;
    }

    /** What it says, in a line. */
    public String info() {
        return info;
    }

    public Optional<Dialogue> dialogue() {
        return dialogue;
    }
}
