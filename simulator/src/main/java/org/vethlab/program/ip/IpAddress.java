package org.vethlab.program.ip;

import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** {@code ip address}. */
final class IpAddress implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        throw CommandException.notSimulated("ip address");
    }
}
