package org.vethlab.file;

import java.util.Locale;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Bond;
import org.vethlab.net.link.BondMode;
import org.vethlab.net.link.BondOption;
import org.vethlab.net.link.BondPort;
import org.vethlab.net.link.BondSettings;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LacpPort;

/** /proc/net/bonding: a file for each bond (drivers/net/bonding/bond_procfs.c). */
final class ProcNetBonding {
    private ProcNetBonding() {}

    static Node of(Namespace net) {
        Fixed files = new Fixed(Errno.ENOENT);
        for (Device device : net.devices().all()) {
            if (device instanceof Bond bond) {
                files.file(bond.name(), () -> text(bond));
            }
        }
        return files;
    }

    private static String text(Bond bond) {
        StringBuilder text = new StringBuilder("Ethernet Channel Bonding Driver: v")
                .append(Proc.RELEASE)
                .append("\n\n");
        BondSettings settings = bond.options();
        addMode(text, bond, settings);
        line(text, "MII Status", bond.hasCarrier() ? "up" : "down");
        line(text, "MII Polling Interval (ms)", settings.get(BondOption.MIIMON));
        line(text, "Up Delay (ms)", settings.shown(BondOption.UPDELAY));
        line(text, "Down Delay (ms)", settings.shown(BondOption.DOWNDELAY));
        line(text, "Peer Notification Delay (ms)", settings.shown(BondOption.PEER_NOTIFY_DELAY));
        addArpMonitor(text, settings);
        if (settings.mode() == BondMode.LACP) {
            addAggregation(text, bond, settings);
        }
        for (BondPort port : bond.ports()) {
            addPort(text, port);
            bond.aggregator().ifPresent(active -> addAgreement(text, bond, port.lacp(), active.actorKey()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, Object value) {
        text.append(label).append(": ").append(value).append('\n');
    }

    private static void addMode(StringBuilder text, Bond bond, BondSettings settings) {
        BondMode mode = settings.mode();
        boolean movesAddress = mode == BondMode.ACTIVE_BACKUP && settings.isOn(BondOption.FAIL_OVER_MAC);
        String suffix = movesAddress ? " (fail_over_mac " + settings.text(BondOption.FAIL_OVER_MAC) + ")" : "";
        line(text, "Bonding Mode", mode.description() + suffix);
        boolean hashes = mode.usesHash() && !(mode.balancesByItself() && settings.isOn(BondOption.TLB_DYNAMIC_LB));
        if (hashes) {
            line(text, "Transmit Hash Policy", numbered(settings, BondOption.XMIT_HASH_POLICY));
        }
        if (mode.usesPrimary()) {
            String reselect = " (primary_reselect " + settings.text(BondOption.PRIMARY_RESELECT) + ")";
            line(text, "Primary Slave", name(bond.primary()) + (bond.primary().isPresent() ? reselect : ""));
            line(text, "Currently Active Slave", name(bond.activePort()));
        }
    }

    private static String numbered(BondSettings settings, BondOption option) {
        return settings.text(option) + " (" + settings.get(option) + ")";
    }

    private static String name(Optional<BondPort> port) {
        return port.map(found -> found.device().name()).orElse("None");
    }

    private static void addArpMonitor(StringBuilder text, BondSettings settings) {
        if (!settings.isOn(BondOption.ARP_INTERVAL)) {
            return;
        }
        line(text, "ARP Polling Interval (ms)", settings.get(BondOption.ARP_INTERVAL));
        line(text, "ARP Missed Max", settings.get(BondOption.ARP_MISSED_MAX));
        text.append("ARP IP target/s (n.n.n.n form):");
        String separator = " ";
        for (Object target : settings.arpTargets()) {
            text.append(separator).append(target);
            separator = ", ";
        }
        text.append("\nNS IPv6 target/s (xx::xx form):\n");
    }

    private static void addAggregation(StringBuilder text, Bond bond, BondSettings settings) {
        text.append("\n802.3ad info\n");
        line(text, "LACP active", settings.text(BondOption.LACP_ACTIVE));
        line(text, "LACP rate", settings.text(BondOption.LACP_RATE));
        line(text, "Min links", settings.get(BondOption.MIN_LINKS));
        line(text, "Aggregator selection policy (ad_select)", settings.text(BondOption.AD_SELECT));
        Optional<Bond.Aggregator> active = bond.aggregator();
        boolean known = !bond.ports().isEmpty();
        line(text, "System priority", known ? settings.get(BondOption.AD_ACTOR_SYS_PRIO) : 0);
        line(text, "System MAC address", known ? bond.address() : MacAddress.ZERO);
        if (active.isEmpty()) {
            text.append("bond ").append(bond.name()).append(" has no active aggregator\n");
            return;
        }
        text.append("Active Aggregator Info:\n");
        line(text, "\tAggregator ID", active.get().id());
        line(text, "\tNumber of ports", active.get().ports());
        line(text, "\tActor Key", active.get().actorKey());
        line(text, "\tPartner Key", active.get().partnerKey());
        line(text, "\tPartner Mac Address", active.get().partner());
    }

    private static void addAgreement(StringBuilder text, Bond bond, LacpPort port, int key) {
        line(text, "Aggregator ID", port.aggregator());
        line(text, "Actor Churn State", "monitoring");
        line(text, "Partner Churn State", "monitoring");
        line(text, "Actor Churned Count", 0);
        line(text, "Partner Churned Count", 0);
        text.append("details actor lacp pdu:\n");
        line(text, "    system priority", bond.options().get(BondOption.AD_ACTOR_SYS_PRIO));
        line(text, "    system mac address", bond.address());
        line(text, "    port key", key);
        line(text, "    port priority", 255);
        line(text, "    port number", port.number());
        line(text, "    port state", port.state());
        text.append("details partner lacp pdu:\n");
        line(text, "    system priority", 65535);
        line(text, "    system mac address", port.partner().system());
        line(text, "    oper key", port.partner().key());
        line(text, "    port priority", 255);
        line(text, "    port number", port.partner().port());
        line(text, "    port state", port.partner().state());
    }

    private static void addPort(StringBuilder text, BondPort port) {
        Device device = port.device();
        text.append('\n');
        line(text, "Slave Interface", device.name());
        line(text, "MII Status", port.link().text().toLowerCase(Locale.ROOT));
        boolean known = device.speed() > 0;
        line(text, "Speed", known ? device.speed() + " Mbps" : "Unknown");
        line(text, "Duplex", known ? "full" : "Unknown");
        line(text, "Link Failure Count", port.failures());
        line(text, "Permanent HW addr", port.permanentAddress());
        line(text, "Slave queue ID", port.queueId());
    }
}
