package org.vethlab.program.ip;

import org.vethlab.program.Arguments;

/** An object of {@code ip}, as {@code link} or {@code route}: one file each, one row each in the table of {@link Ip}. */
@FunctionalInterface
interface IpObject {
    /**
     * Carries out what the words behind the object's name say.
     *
     * @return the exit status
     * @throws org.vethlab.program.CommandException for words that cannot be understood
     * @throws org.vethlab.net.NetException for what the kernel refuses; {@link Ip} prints it and ends with 2
     */
    int run(IpContext ip, Arguments words);
}
