"""Measures the kernel: start-up beside other kernels, cells, memory, interrupts.

    ./vethlab bench [--rounds 10] [--interrupts 40] [--only speed|memory|interrupts]

Nothing here passes or fails: a figure is worth what the machine was worth at that moment. Kernels take turns, and
the lowest figure stands beside the median.
"""

import argparse
import os
import statistics

import interrupts
import memory
import speed


def show(title, figures, unit):
    print(f"\n{title}")
    for name, values in figures.items():
        print(f"  {name:<42} {statistics.median(values):8.1f} {unit}   (lowest {min(values):.1f})", flush=True)


def show_speed(options):
    times = speed.measure(options.kernels, options.rounds)
    for name, figures in times.items():
        show(name, figures, "ms")


def show_interrupts(options):
    print("\ninterrupts")
    for kind, (faults, slowest) in interrupts.measure(options.interrupts).items():
        print(f"  {kind:<42} {len(faults)} faults of {options.interrupts}   (slowest {slowest:.0f} ms)", flush=True)
        for fault in faults:
            print(f"    {fault}")


def main():
    parser = argparse.ArgumentParser(usage="vethlab bench [OPTION …]", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10, help="starts of each kernel")
    parser.add_argument("--interrupts", type=int, default=40, help="interrupts of each kind of cell")
    parser.add_argument("--only", choices=("speed", "memory", "interrupts"))
    parser.add_argument("--kernels", nargs="+", default=["vethlab", "python3", "java"], help="as Jupyter names them")
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; medians of {options.rounds}")
    if options.only in (None, "speed"):
        show_speed(options)
    if options.only in (None, "memory"):
        show("memory", memory.measure(max(1, options.rounds // 3)), "MB")
    if options.only in (None, "interrupts"):
        show_interrupts(options)


if __name__ == "__main__":
    main()
