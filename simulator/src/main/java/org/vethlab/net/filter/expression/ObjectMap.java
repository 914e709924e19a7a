package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.Verdict;

/** {@code counter name ip saddr map { … }}: which object, a map says. @param table whose objects they are */
public record ObjectMap(String kind, Selector key, ElementSet map, Table table) implements Statement {
    @Override
    public Verdict evaluate(PacketContext packet) {
        Optional<BigInteger> value = key.load(packet);
        long now = packet.namespace().world().clock().now();
        Optional<StatefulObject> object = value.flatMap(number -> map.find(number, now))
                .flatMap(SetElement::object)
                .flatMap(name -> table.object(kind, name));
        return object.map(one -> one.state().evaluate(packet)).orElse(Verdict.BREAK);
    }
}
