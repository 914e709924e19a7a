package org.vethlab.magic;

import java.util.List;
import org.vethlab.lab.Place;
import org.vethlab.picture.NeighbourTable;
import org.vethlab.row.NeighbourRow;
import org.vethlab.row.Rows;

/** {@code %arp netnsR}: neighbours as a table, against the routes. */
final class Arp implements Magic {
    @Override
    public String name() {
        return "arp";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "NAMESPACE";
    }

    @Override
    public String summary() {
        return "show the neighbours (ARP entries) of a namespace; those are marked that its routes pass by";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        Place place = session.lab().place(call.only());
        Rows rows = new Rows(session.lab(), place);
        List<NeighbourRow> neighbours = rows.neighbours();
        List<String> addresses =
                neighbours.stream().map(NeighbourRow::dst).distinct().toList();
        screen.show(NeighbourTable.of(place.name(), neighbours, rows.lookup(addresses))
                .draw());
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? session.placeNames() : List.of();
    }
}
