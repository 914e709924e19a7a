"""Runs the course's notebooks without a browser, and prints a line for each.

    execute.py [--backend live] [--write | --compare] [NOTEBOOK…]

--write keeps what they print, in the notebooks; --compare says where it differs from what is kept there.
"""

import argparse
import os
import pathlib
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

HERE = pathlib.Path(__file__).resolve().parent


def execute(path):
    """The notebook with fresh outputs."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        notebook,
        kernel_name="vethlab",
        timeout=120,
        coalesce_streams=True,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if not is_spent(output)]
    return notebook


def is_spent(output):
    """What told how far long work was, on a busy machine, and is empty now that the work is done."""
    return output.output_type == "display_data" and output.data == {"text/plain": ""}


def outputs(notebook):
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def differences(path, fresh):
    """One line for each code cell that prints something else than what is kept."""
    kept = outputs(nbformat.read(path, as_version=4))
    return [
        f"code cell {number} prints something else"
        for number, (old, new) in enumerate(zip(kept, outputs(fresh)), start=1)
        if old != new
    ]


def complaints(path, options):
    try:
        fresh = execute(path)
    except CellExecutionError as error:
        return [f"{error.ename}: {error.evalue}"]
    except (CellTimeoutError, DeadKernelError) as error:
        return [str(error).splitlines()[0]]
    if options.write:
        nbformat.write(fresh, path)
    return differences(path, fresh) if options.compare else []


def main():
    parser = argparse.ArgumentParser(prog="vethlab notebook --execute", description="runs the notebooks")
    parser.add_argument("--backend", choices=["simulated", "live"], default="simulated")
    parser.add_argument("--write", action="store_true", help="keep the outputs")
    parser.add_argument("--compare", action="store_true", help="compare with the outputs that are kept")
    parser.add_argument("notebooks", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    os.environ["VETHLAB_BACKEND"] = options.backend
    failed = 0
    for path in options.notebooks or sorted(HERE.glob("*.ipynb")):
        start = time.time()
        found = complaints(path.resolve(), options)
        failed += bool(found)
        print(f"{'FAIL' if found else 'ok  '} {path.name}  {time.time() - start:.1f} s", flush=True)
        for line in found:
            print(f"     {line}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
