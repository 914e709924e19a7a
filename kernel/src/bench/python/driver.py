"""A kernel process seen from outside: what it answers, how soon, and what it costs."""

import pathlib
import queue
import subprocess
import time

import jupyter_client
import zmq

NOTEBOOKS = pathlib.Path(__file__).resolve().parents[4] / "notebooks"
PATIENCE = 60


class Kernel:
    """Started by jupyter_client, like by every front end; the sockets try again every few milliseconds."""

    def __init__(self, name):
        context = zmq.Context()
        context.setsockopt(zmq.RECONNECT_IVL, 5)
        self.began = time.perf_counter()
        self.manager = jupyter_client.KernelManager(kernel_name=name, context=context)
        self.manager.start_kernel(cwd=str(NOTEBOOKS), stderr=subprocess.DEVNULL)
        self.client = self.manager.blocking_client()
        self.client.start_channels(hb=False)
        self.client.kernel_info()
        self.client.get_shell_msg(timeout=PATIENCE)
        self.start_millis = 1000 * (time.perf_counter() - self.began)
        self._await_iopub()

    def _await_iopub(self):
        """Asks until the kernel's publications come through."""
        while True:
            try:
                self.client.get_iopub_msg(timeout=0.2)
                return
            except queue.Empty:
                self.client.kernel_info()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        self.manager.context.destroy(linger=0)

    def run(self, code):
        """Milliseconds until a cell's reply is here."""
        began = time.perf_counter()
        msg_id = self.client.execute(code)
        reply = self.answer(self.client.get_shell_msg, msg_id)["content"]
        millis = 1000 * (time.perf_counter() - began)
        if reply["status"] != "ok":
            raise RuntimeError(f"{code}: {reply.get('evalue')}")
        self.published(msg_id)
        return millis

    def finish(self, msg_id, timeout=PATIENCE):
        """The reply's content, and all that was published for a cell."""
        reply = self.answer(self.client.get_shell_msg, msg_id, timeout)["content"]
        return reply, self.published(msg_id, timeout)

    def published(self, msg_id, timeout=PATIENCE):
        """All that was published for a cell."""
        published = []
        while not published or published[-1]["content"].get("execution_state") != "idle":
            published.append(self.answer(self.client.get_iopub_msg, msg_id, timeout))
        return published

    @staticmethod
    def answer(receive, msg_id, timeout=PATIENCE):
        """The next message that belongs to a request."""
        while True:
            message = receive(timeout=timeout)
            if message["parent_header"].get("msg_id") == msg_id:
                return message

    @property
    def processes(self):
        """The kernel's process and all below it."""
        found, waiting = [], [self.manager.provisioner.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            waiting += [int(child) for child in children]
        return found

    def resident_megabytes(self):
        """As `ps` counts them: shared pages, too."""
        return sum(self._status(pid, "VmRSS") for pid in self.processes) / 1024

    @staticmethod
    def _status(pid, field):
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1])
        return 0

    def cpu_seconds(self):
        total = 0
        for pid in self.processes:
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / 100
