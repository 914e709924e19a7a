package org.vethlab.program.ip;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.Bond;
import org.vethlab.net.link.BondMode;
import org.vethlab.net.link.BondOption;
import org.vethlab.net.link.BondPort;
import org.vethlab.net.link.LacpPort;
import org.vethlab.view.Printer;

/** What {@code ip -d link} tells of a bond and of a port of one. */
final class BondDetails {
    /** Where the key in JSON is not the name of the option. */
    private static final Map<BondOption, String> KEYS = Map.of(
            BondOption.NUM_GRAT_ARP, "num_peer_notif",
            BondOption.LACP_ACTIVE, "ad_lacp_active",
            BondOption.LACP_RATE, "ad_lacp_rate");

    /** The bits of IEEE 802.1AX, 6.4.2.3. */
    private static final List<String> STATES = List.of(
            "active", "short_timeout", "aggregating", "in_sync", "collecting", "distributing", "defaulted", "expired");

    private final Printer out;

    BondDetails(Printer out) {
        this.out = out;
    }

    void print(Bond bond) {
        for (BondOption option : BondOption.values()) {
            switch (option) {
                case ACTIVE_SLAVE -> printPort(option, bond.activePort());
                case PRIMARY -> printPort(option, bond.primary());
                case ARP_IP_TARGET -> printTargets(bond);
                case AD_ACTOR_SYS_PRIO, AD_USER_PORT_KEY, AD_ACTOR_SYSTEM -> printActor(bond, option);
                case AD_SELECT -> {
                    printOption(bond, option);
                    bond.aggregator().ifPresent(this::printAggregator);
                }
                default -> printOption(bond, option);
            }
        }
    }

    private void printPort(BondOption option, Optional<BondPort> port) {
        port.ifPresent(found ->
                out.field(option.text(), option.text() + " %s ", found.device().name()));
    }

    private void printTargets(Bond bond) {
        if (bond.options().arpTargets().isEmpty()) {
            return;
        }
        out.beginArray("arp_ip_target");
        out.text("arp_ip_target ");
        String format = "%s";
        for (Object target : bond.options().arpTargets()) {
            out.element(format, target.toString());
            format = ",%s";
        }
        out.endArray();
        out.text(" ");
    }

    private void printAggregator(Bond.Aggregator active) {
        out.beginObject("ad_info");
        out.field("aggregator", "ad_aggregator %s ", active.id());
        out.field("num_ports", "ad_num_ports %s ", active.ports());
        out.field("actor_key", "ad_actor_key %s ", active.actorKey());
        out.field("partner_key", "ad_partner_key %s ", active.partnerKey());
        out.field("partner_mac", "ad_partner_mac %s ", active.partner().toString());
        out.endObject();
    }

    private void printActor(Bond bond, BondOption option) {
        if (bond.options().mode() != BondMode.LACP) {
            return;
        }
        if (option == BondOption.AD_ACTOR_SYSTEM) {
            out.field(
                    option.text(),
                    "ad_actor_system %s ",
                    new MacAddress(bond.options().get(option)).toString());
        } else {
            printOption(bond, option);
        }
    }

    private void printOption(Bond bond, BondOption option) {
        String key = KEYS.getOrDefault(option, option.text());
        String format = option.text() + " %s ";
        if (option.names().isEmpty()) {
            out.field(key, format, bond.options().shown(option));
        } else if (option == BondOption.ARP_VALIDATE
                && out.isJson()
                && !bond.options().isOn(option)) {
            out.empty(key, "");
        } else {
            out.field(key, format, bond.options().text(option));
        }
    }

    void print(BondPort port) {
        out.field("state", "state %s ", port.isActive() ? "ACTIVE" : "BACKUP");
        out.field("mii_status", "mii_status %s ", status(port));
        out.field("link_failure_count", "link_failure_count %s ", port.failures());
        out.field("perm_hwaddr", "perm_hwaddr %s ", port.permanentAddress().toString());
        out.field("queue_id", "queue_id %s ", port.queueId());
        out.field("prio", "prio %s ", 0);
        if (port.bond().options().mode() == BondMode.LACP) {
            printAgreement(port.lacp());
        }
    }

    private void printAgreement(LacpPort port) {
        out.field("ad_aggregator_id", "ad_aggregator_id %s ", port.aggregator());
        printState("ad_actor_oper_port_state", port.state());
        printState("ad_partner_oper_port_state", port.partner().state());
    }

    private void printState(String key, int state) {
        out.field(key, key + " %s ", state);
        out.beginArray(key + "_str");
        out.text(key + "_str <");
        String format = "%s";
        for (int bit = 0; bit < STATES.size(); bit++) {
            if ((state >> bit & 1) != 0) {
                out.element(format, STATES.get(bit));
                format = ",%s";
            }
        }
        out.endArray();
        out.text("> ");
    }

    private static String status(BondPort port) {
        return port.link().text().toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
