package org.vethlab.program.ip;

import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code ip netns}. */
final class IpNetns implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        throw CommandException.notSimulated("ip netns");
    }
}
