package org.vethlab.program.tc;

import java.util.List;
import org.vethlab.net.sched.Action;
import org.vethlab.net.sched.ActionSpec;
import org.vethlab.net.sched.Control;
import org.vethlab.net.sched.RateSpec;
import org.vethlab.view.Printer;

/** Prints the actions of a filter (tc_print_action). */
final class ActionPrinter {
    private static final long SECOND = 1_000_000_000L;

    private final TcContext tc;
    private final Fields fields;
    private final Printer out;
    private final boolean statistics;

    ActionPrinter(TcContext tc, Fields fields) {
        this.tc = tc;
        this.fields = fields;
        this.out = fields.out();
        this.statistics = tc.options().statistics > 0;
    }

    void printAll(List<Action> actions) {
        if (actions.isEmpty()) {
            return;
        }
        out.beginArray("actions");
        int order = 1;
        for (Action action : actions) {
            out.newline();
            out.beginObject();
            print(action, order++);
            out.endObject();
        }
        out.endArray();
    }

    /** As part of a list. @param order its place there */
    void print(Action action, int order) {
        out.field("order", "\taction order %s: ", order);
        if (action.spec() instanceof ActionSpec.Police) {
            printPolice(action);
        } else {
            out.field("kind", "%s ", action.spec().kind());
            printSpec(action);
        }
        if (statistics) {
            out.text("\tAction statistics:");
            out.newline();
            out.beginObject("stats");
            StatisticsPrinter.print(action.statistics(), "\t", fields);
            out.endObject();
            out.newline();
        }
    }

    private void printSpec(Action action) {
        ActionSpec spec = action.spec();
        if (spec instanceof ActionSpec.Mirred mirred) {
            printMirred(mirred);
            printIndex(action, "\tindex ");
        } else if (spec instanceof ActionSpec.Edit edit) {
            edit.priority().ifPresent(id -> out.field("priority", " priority %s", Handles.show(id)));
            edit.mark().ifPresent(mark -> out.field("mark", " mark %s", mark));
            control(edit.control(), " ", "");
            printIndex(action, "\t index ");
        } else if (spec instanceof ActionSpec.VlanChange change) {
            printVlan(change);
            printIndex(action, "\t index ");
        } else {
            printGeneric(spec.control());
            printIndex(action, "\t index ");
        }
    }

    private void printGeneric(Control control) {
        control(control, "action ", "");
        out.beginObject("prob");
        out.newline();
        out.field("random_type", "\t random type %s", "none");
        control(Control.PASS, " ", " ");
        out.field("val", "val %s", 0);
        out.endObject();
    }

    private void printMirred(ActionSpec.Mirred mirred) {
        String way = mirred.ingress() ? "Ingress" : "Egress";
        out.text("(" + way + (mirred.mirrors() ? " Mirror" : " Redirect"));
        out.hidden("mirred_action", mirred.mirrors() ? "mirror" : "redirect");
        out.hidden("direction", mirred.ingress() ? "ingress" : "egress");
        out.field("to_dev", " to device %s)", mirred.target().name());
        control(mirred.control(), " ", "");
    }

    private void printVlan(ActionSpec.VlanChange change) {
        out.field("vlan_action", " %s", change.pushes() ? "push" : "pop");
        if (change.pushes()) {
            out.field("id", " id %s", change.id());
            out.field("protocol", " protocol %s", Protocols.name(change.tpid()));
            out.field("priority", " priority %s", change.priority());
        }
        control(change.control(), " ", "");
    }

    private void control(Control control, String before, String after) {
        out.text(before);
        out.beginObject("control_action");
        out.field("type", "%s", control.text());
        out.endObject();
        out.text(after);
    }

    private void printIndex(Action action, String before) {
        out.newline();
        out.field("index", before + "%s", action.index());
        out.field("ref", " ref %s", 1);
        out.field("bind", " bind %s", 1);
        printTimes(action);
        out.newline();
    }

    private void printTimes(Action action) {
        if (statistics) {
            long now = tc.context().clock().now();
            out.field("installed", " installed %s sec", (now - action.installed()) / SECOND);
            out.field("last_used", " used %s sec", (now - action.used()) / SECOND);
            if (action.wasUsed()) {
                out.field("first_used", " firstused %s sec", (now - action.firstUsed()) / SECOND);
            }
        }
    }

    void printPolice(Action action) {
        if (!(action.spec() instanceof ActionSpec.Police police)) {
            return;
        }
        RateSpec rate = police.rate();
        out.hidden("kind", "police");
        out.text(" police 0x" + Integer.toHexString(action.index()) + " ");
        out.hidden("index", action.index());
        out.text("rate " + Units.showRate(rate.rate(), tc.options().iec) + " ");
        long burst = rate.rate() == 0 ? 0 : Units.transmitBytes(rate.rate(), rate.burst());
        out.text("burst " + Units.showSize(burst) + " mtu " + Units.showSize(police.mtu()) + " ");
        control(police.exceeded(), "action ", "");
        if (police.conforming() == Control.PASS) {
            out.text(" ");
        } else {
            control(police.conforming(), "/", " ");
        }
        fields.size("overhead", "overhead ", rate.overhead(), " ");
        out.newline();
        out.field("ref", "\tref %s ", 1);
        out.field("bind", "bind %s ", 1);
        printTimes(action);
        out.newline();
    }
}
