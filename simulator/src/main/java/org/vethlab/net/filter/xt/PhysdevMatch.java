package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.link.Device;

/** The ports by which a bridged packet comes and goes. */
public record PhysdevMatch(
        Optional<InterfaceTest> input,
        Optional<InterfaceTest> output,
        Optional<Boolean> hasInput,
        Optional<Boolean> hasOutput,
        Optional<Boolean> bridged)
        implements XtMatch {
    @Override
    public String extension() {
        return "physdev";
    }

    /** What is sent here has not come by a port, nor is the port known by which it will leave (physdev_mt_check). */
    @Override
    public boolean isAllowedIn(Chain base) {
        return output.isEmpty() && hasOutput.isEmpty() || !base.isAt(Hook.OUTPUT);
    }

    @Override
    public boolean matches(PacketContext packet) {
        Optional<Device> in = packet.metadata().bridgeInput();
        Optional<Device> out = packet.metadata().bridgeOutput();
        boolean passes = in.isPresent() && out.isPresent();
        return (hasInput.isEmpty() || hasInput.get() == in.isPresent())
                && (hasOutput.isEmpty() || hasOutput.get() == out.isPresent())
                && (bridged.isEmpty() || bridged.get() == passes)
                && (input.isEmpty() || input.get().matches(in))
                && (output.isEmpty() || output.get().matches(out));
    }
}
