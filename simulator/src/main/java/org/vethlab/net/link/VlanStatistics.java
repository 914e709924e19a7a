package org.vethlab.net.link;

/** What passed in a VLAN (struct pcpu_sw_netstats of struct net_bridge_vlan); counted if the bridge is told to. */
public final class VlanStatistics {
    public long rxPackets;
    public long rxBytes;
    public long txPackets;
    public long txBytes;
}
