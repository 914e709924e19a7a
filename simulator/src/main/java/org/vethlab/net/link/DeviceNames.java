package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Which names devices may have, and which they get (dev_valid_name, __dev_alloc_name). */
final class DeviceNames {
    private static final int MAX_LENGTH = 15;

    private DeviceNames() {}

    /** The name to use: {@code %d} becomes the first free number. @throws NetException EINVAL, EEXIST */
    static String choose(Devices devices, String wanted) {
        if (!isValid(wanted)) {
            throw new NetException(Errno.EINVAL);
        }
        int percent = wanted.indexOf('%');
        if (percent < 0) {
            if (devices.byName(wanted).isPresent()) {
                throw new NetException(Errno.EEXIST);
            }
            return wanted;
        }
        if (!wanted.startsWith("%d", percent) || wanted.indexOf('%', percent + 1) >= 0) {
            throw new NetException(Errno.EINVAL);
        }
        int number = 0;
        while (devices.byName(numbered(wanted, percent, number)).isPresent()) {
            number++;
        }
        return numbered(wanted, percent, number);
    }

    /** The name of a device that comes from another namespace: its own, or if that is taken the wanted one. */
    static String elsewhere(Device device, Devices devices, Optional<String> wanted) {
        String name = device.name();
        if (devices.byName(name).isPresent()) {
            if (wanted.isEmpty()) {
                throw new NetException(Errno.EEXIST, "An interface with the same name exists in the target netns");
            }
            name = instead(devices, wanted.get());
        }
        for (String other : device.alternativeNames()) {
            if (devices.byName(other).isPresent()) {
                throw new NetException(
                        Errno.EEXIST, "An interface with the altname " + other + " exists in the target netns");
            }
        }
        return name;
    }

    private static String instead(Devices devices, String wanted) {
        try {
            return choose(devices, wanted);
        } catch (NetException e) {
            throw new NetException(
                    e.errno(), "Unable to use '" + wanted + "' for the new interface name in the target netns");
        }
    }

    private static String numbered(String pattern, int percent, int number) {
        return pattern.substring(0, percent) + number + pattern.substring(percent + 2);
    }

    /** The directories of net.ipv4.conf that are no devices (sysctl_dev_name_is_allowed). */
    static boolean isReserved(String name) {
        return name.equals("all") || name.equals("default");
    }

    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_LENGTH
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == ':' || Character.isWhitespace(c));
    }
}
