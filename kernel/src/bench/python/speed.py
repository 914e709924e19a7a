"""Start-up and trivial cells, kernels in turn so that they share the machine's good and bad moments."""

import statistics

from driver import Kernel

SCENARIO = "%scenario two-segments"
PING = "%ns netns12 ping -c 1 192.168.5.200"
WARM_UP = 40
CELLS = 50


def measure(names, rounds):
    """Kernel to figure to the times of all rounds, in milliseconds."""
    times = {name: {} for name in names}
    for _ in range(rounds):
        for name in names:
            with Kernel(name) as kernel:
                for figure, millis in one(name, kernel).items():
                    times[name].setdefault(figure, []).append(millis)
    return times


def one(name, kernel):
    figures = {"start to kernel_info_reply": kernel.start_millis}
    if name == "vethlab":
        figures["first cell: %scenario"] = kernel.run(SCENARIO)
        figures["first %ns … ping"] = kernel.run(PING)
        figures["warm magic cell"] = warm(kernel, "%ns netns12 hostname")
    figures["first expression cell"] = kernel.run("1 + 1")
    figures["warm expression cell"] = warm(kernel, "{} + 1000")
    return figures


def warm(kernel, code):
    """The median of many, after some that nobody counts."""
    for i in range(WARM_UP):
        kernel.run(code.replace("{}", str(i)))
    return statistics.median(kernel.run(code.replace("{}", str(i))) for i in range(CELLS))
