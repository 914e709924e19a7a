"""Endless cells of every kind, interrupted again and again."""

import time

from driver import Kernel

# Each prints "on" when it is under way.
ENDLESS = {
    "sleeping cell": 'System.out.println("on"); Thread.sleep(1_000_000);',
    "spinning cell": 'System.out.println("on"); while (true);',
    "hot print": 'System.out.println("on"); while (true) System.out.println("more and more");',
    "endless ping": "%sh ip link set lo up; echo on; ping 127.0.0.1",
    "tool that waits for input": '%sh echo on; nc -l 5000',
    "Java that waits for input": 'System.out.println("on"); System.in.read();',
}


def measure(rounds):
    """Kind of cell to the number of interrupts after which something was wrong, and the slowest in milliseconds."""
    outcomes = {}
    with Kernel("vethlab") as kernel:
        for kind, code in ENDLESS.items():
            outcomes[kind] = interrupt(kernel, code, rounds)
        return outcomes


def interrupt(kernel, code, rounds):
    faults, slowest = [], 0
    for i in range(rounds):
        millis, fault = once(kernel, code, i)
        slowest = max(slowest, millis)
        faults += fault
    before = kernel.cpu_seconds()
    time.sleep(2)
    if kernel.cpu_seconds() - before > 0.5:
        faults.append("a thread goes on burning")
    return faults, slowest


def once(kernel, code, i):
    msg_id = kernel.client.execute(code, allow_stdin=True)
    while "on" not in kernel.answer(kernel.client.get_iopub_msg, msg_id)["content"].get("text", ""):
        pass
    began = time.perf_counter()
    kernel.manager.interrupt_kernel()
    reply, published = kernel.finish(msg_id)
    millis = 1000 * (time.perf_counter() - began)
    faults = []
    errors = [message["content"]["ename"] for message in published if message["msg_type"] == "error"]
    if reply["status"] != "error" or errors != ["Interrupted"]:
        faults.append(f"the reply says {reply['status']}, and the errors published are {errors}")
    _, published = kernel.finish(kernel.client.execute(f"%sh echo next {i}"))
    if "".join(message["content"].get("text", "") for message in published).count(f"next {i}\n") != 1:
        faults.append("the next cell's output is lost")
    return millis, faults
