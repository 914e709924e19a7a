package org.vethlab.net.link;

import java.util.IdentityHashMap;
import org.vethlab.wire.EthernetFrame;

/**
 * An intermediate functional block (drivers/net/ifb.c): what traffic control redirects to it waits in its queue, and
 * then goes on where it was caught. A frame that comes another way is dropped.
 */
public final class Ifb extends Device {
    private static final int QUEUE_LENGTH = 32;

    /** By the very frame, of which each redirection makes a new one: equal frames may wait at once. */
    private final IdentityHashMap<EthernetFrame, Origin> caught = new IdentityHashMap<>();

    private record Origin(Device device, boolean arriving) {}

    Ifb(NewDevice site) {
        super(site, site.addressOrRandom(), ETHERNET_MTU);
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.NOARP, true);
        attributes().queueLength(QUEUE_LENGTH);
    }

    @Override
    public String kind() {
        return "ifb";
    }

    @Override
    public int minMtu() {
        return 0;
    }

    @Override
    public int maxMtu() {
        return 0;
    }

    @Override
    String defaultQueueingDiscipline() {
        return "pfifo_fast";
    }

    /** Takes a frame that was on its way into or out of a device (tcf_mirred_act with skb_set_redirected). */
    public void redirect(EthernetFrame frame, Device device, boolean arriving) {
        EthernetFrame own = new EthernetFrame(frame.destination(), frame.source(), frame.payload());
        caught.put(own, new Origin(device, arriving));
        transmit(own);
    }

    /** It goes on behind the filters that have sent it here (ifb_ri_tasklet). */
    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countReceived(frame);
        Origin origin = caught.remove(frame);
        if (origin == null) {
            statistics().rxDropped++;
            return false;
        }
        statistics().countSent(frame);
        if (origin.arriving()) {
            origin.device().receiveRedirected(frame);
        } else {
            origin.device().send(frame);
        }
        return true;
    }

    @Override
    void closed() {
        caught.clear();
    }
}
