"""What an idle kernel holds, with a scenario loaded and ten cells run."""

import time

from driver import Kernel

SETTLE_SECONDS = 10

MAGICS = [
    "%scenario two-segments",
    "%ns netns12 ping -c 2 192.168.5.200",
    "%ns netns22 ping -c 2 -W 1 192.168.5.100",
    "%routes netnsR",
    "%arp netnsR",
    "%ns netnsR ip -d link",
    "%%ns netnsR\nip addr; ip route; ip neigh",
    "%sh for i in 1 2 3; do echo $i; done",
    "%ns netns11 ping -c 100 -i 0.2 192.168.5.11",
    "%ns netnsB1 bridge fdb",
]

JAVA = [
    "%scenario two-segments",
    "%ns netns12 ping -c 2 192.168.5.200",
    "%routes netnsR",
    "%arp netnsR",
    "int twice(int n) { return 2 * n; }",
    'lab.run("netns22", "ping -c 1 192.168.5.100");',
    "var numbers = java.util.stream.IntStream.range(0, 1000).boxed().toList();",
    "numbers.stream().mapToInt(n -> twice(n)).sum()",
    "record Host(String name, int number) {}",
    'new Host("netns12", 12)',
]


def measure(rounds):
    """Figure to the megabytes of all rounds."""
    figures = {"idle, without Java cells": [], "idle, with Java cells": []}
    for _ in range(rounds):
        for figure, cells in zip(figures, (MAGICS, JAVA)):
            with Kernel("vethlab") as kernel:
                for code in cells:
                    kernel.run(code)
                time.sleep(SETTLE_SECONDS)
                figures[figure].append(kernel.resident_megabytes())
    return figures
