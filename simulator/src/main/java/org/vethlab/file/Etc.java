package org.vethlab.file;

/** /etc of a Debian 12 machine called host. */
final class Etc {
    private Etc() {}

    static void fill(MemoryDirectory etc) {
        etc.file("hostname", "host\n")
                .file(
                        "hosts",
                        "127.0.0.1\tlocalhost\n127.0.1.1\thost\n\n"
                                + "# The following lines are desirable for IPv6 capable hosts\n"
                                + "::1     ip6-localhost ip6-loopback\n"
                                + "ff02::1 ip6-allnodes\nff02::2 ip6-allrouters\n")
                .file("resolv.conf", "")
                .file(
                        "passwd",
                        "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n")
                .file("group", "root:x:0:\nnogroup:x:65534:\n")
                .file("shells", "/bin/sh\n/usr/bin/sh\n/bin/bash\n/usr/bin/bash\n")
                .file("debian_version", "12.11\n")
                .file(
                        "os-release",
                        "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"\n"
                                + "VERSION_ID=\"12\"\nVERSION=\"12 (bookworm)\"\nVERSION_CODENAME=bookworm\nID=debian\n")
                .file("sysctl.conf", "")
                .file("networks", "default\t\t0.0.0.0\nloopback\t127.0.0.0\nlink-local\t169.254.0.0\n\n")
                .stored("protocols")
                .stored("services");
        etc.directory("sysctl.d");
        etc.directory("netns");
        etc.directory("network").file("interfaces", "");
        fillIproute2(etc.directory("iproute2"));
    }

    /** The names of numbers, as iproute2 6.1 installs them. */
    private static void fillIproute2(MemoryDirectory iproute2) {
        iproute2.file(
                        "rt_tables",
                        "#\n# reserved values\n#\n255\tlocal\n254\tmain\n253\tdefault\n0\tunspec\n"
                                + "#\n# local\n#\n#1\tinr.ruhep\n")
                .file(
                        "rt_protos",
                        "#\n# Reserved protocols.\n#\n0\tunspec\n1\tredirect\n2\tkernel\n3\tboot\n4\tstatic\n"
                                + "8\tgated\n9\tra\n10\tmrt\n11\tzebra\n12\tbird\n13\tdnrouted\n14\txorp\n15\tntk\n16\tdhcp\n"
                                + "18\tkeepalived\n42\tbabel\n99\topenr\n186\tbgp\n187\tisis\n188\tospf\n189\trip\n"
                                + "192\teigrp\n")
                .file(
                        "rt_scopes",
                        "#\n# reserved values\n#\n0\tglobal\n255\tnowhere\n254\thost\n253\tlink\n#\n"
                                + "# pseudo-reserved\n#\n200\tsite\n")
                .file(
                        "rt_realms",
                        "#\n# reserved values\n#\n0\tcosmos\n#\n# local\n#\n#1\tinr.ac\n#2\tinr.ruhep\n"
                                + "#3\tfreenet\n#4\tradio-msu\n#5\trussia\n#6\tinternet\n")
                .file(
                        "rt_dsfield",
                        "# Differentiated field values\n# These include the DSCP and unused bits\n0x0\tdefault\n"
                                + "# Newer RFC2597 values\n0x28\tAF11\n0x30\tAF12\n0x38\tAF13\n0x48\tAF21\n0x50\tAF22\n"
                                + "0x58\tAF23\n0x68\tAF31\n0x70\tAF32\n0x78\tAF33\n0x88\tAF41\n0x90\tAF42\n0x98\tAF43\n"
                                + "# Older values RFC2474\n0x20\tCS1\n0x40\tCS2\n0x60\tCS3\n0x80\tCS4\n0xA0\tCS5\n0xC0\tCS6\n"
                                + "0xE0\tCS7\n# RFC 2598\n0xB8\tEF\n")
                .file("group", "# device group names\n0\tdefault\n");
        iproute2.directory("rt_tables.d");
        iproute2.directory("rt_protos.d");
    }
}
