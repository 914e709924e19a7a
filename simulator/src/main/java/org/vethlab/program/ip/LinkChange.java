package org.vethlab.program.ip;

import java.util.Map;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.Links;
import org.vethlab.net.sysctl.Ipv6Conf;

/** Changes a device in the order in which the kernel goes through the attributes of RTM_SETLINK (do_setlink). */
final class LinkChange {
    /** IN6_ADDR_GEN_MODE_STABLE_PRIVACY. */
    private static final int STABLE_SECRET = 2;

    private LinkChange() {}

    static void apply(IpContext ip, Device device, LinkSettings settings) {
        settings.namespace.ifPresent(target -> ip.net().links().move(device, target, settings.name));
        Links links = device.namespace().links();
        settings.macAddress().ifPresent(address -> links.setAddress(device, address));
        settings.mtu.ifPresent(mtu -> links.setMtu(device, mtu));
        settings.group.ifPresent(group -> links.setGroup(device, group));
        settings.name.ifPresent(name -> links.rename(device, name));
        settings.alias.ifPresent(alias -> links.setAlias(device, alias));
        setMaster(device, settings);
        setFlags(device, settings.flags);
        if (settings.carrier) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        settings.queueLength.ifPresent(length -> links.setQueueLength(device, length));
        settings.addressGeneration.ifPresent(mode -> setAddressGeneration(device, mode));
    }

    /** Before the flags, so that {@code master br0 up} joins first (since Linux 6.2). Joining twice changes nothing. */
    private static void setMaster(Device device, LinkSettings settings) {
        Optional<Optional<Device>> master = settings.master;
        if (master.isPresent() && !master.get().equals(device.master())) {
            device.namespace().links().setMaster(device, master.get());
        }
    }

    private static void setFlags(Device device, Map<DeviceFlag, Boolean> flags) {
        Links links = device.namespace().links();
        flags.forEach((flag, on) -> {
            if (flag != DeviceFlag.UP) {
                links.setFlag(device, flag, on);
            }
        });
        Boolean up = flags.get(DeviceFlag.UP);
        if (up != null && up) {
            links.setUp(device);
        } else if (up != null) {
            links.setDown(device);
        }
    }

    /** Stable addresses want a secret to be made from, and there is none (check_stable_privacy). */
    private static void setAddressGeneration(Device device, int mode) {
        if (mode == STABLE_SECRET) {
            throw new NetException(Errno.EINVAL);
        }
        device.namespace().sysctls().ipv6(device, Ipv6Conf.ADDR_GEN_MODE, mode);
    }
}
