package org.vethlab.magic;

import java.util.List;
import org.vethlab.lab.Place;
import org.vethlab.picture.RouteTable;
import org.vethlab.row.RouteRow;
import org.vethlab.row.Rows;

/** {@code %routes netnsR}: routes as a table. */
final class Routes implements Magic {
    @Override
    public String name() {
        return "routes";
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
        return "show the routes of a namespace; of equal ones the one that is taken is marked";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        Place place = session.lab().place(call.only());
        Rows rows = new Rows(session.lab(), place);
        List<RouteRow> routes = rows.routes();
        screen.show(RouteTable.of(place.name(), routes, rows.standings(routes)).draw());
    }

    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        return before.isEmpty() ? session.placeNames() : List.of();
    }
}
