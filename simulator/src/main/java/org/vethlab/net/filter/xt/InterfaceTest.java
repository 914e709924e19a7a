package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.link.Device;

/** A device's name, or what it begins with ({@code eth+}). */
public record InterfaceTest(String name, boolean prefix, boolean inverted) {
    public boolean matches(Optional<Device> device) {
        return device.filter(this::isNamed).isPresent() != inverted;
    }

    private boolean isNamed(Device device) {
        return prefix ? device.name().startsWith(name) : device.name().equals(name);
    }

    /** As iptables writes it. */
    @Override
    public String toString() {
        return prefix ? name + "+" : name;
    }
}
