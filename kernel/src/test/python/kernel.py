"""A kernel under test, and what it says."""

import pathlib
import time

import jupyter_client
from jupyter_kernel_test.msgspec_v5 import validate_message

NOTEBOOKS = pathlib.Path(__file__).resolve().parents[4] / "notebooks"


class Kernel:
    def __init__(self):
        self.manager = jupyter_client.KernelManager(kernel_name="vethlab")
        self.manager.start_kernel(cwd=str(NOTEBOOKS))
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()

    def run(self, code, **options):
        """The reply's content, and all that was published for it."""
        return self.finish(self.client.execute(code, **options))

    def finish(self, msg_id, timeout=30):
        published = []
        end = time.time() + timeout
        while True:
            message = self.client.get_iopub_msg(timeout=max(0, end - time.time()))
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            validate_message(message, message["msg_type"], msg_id)
            published.append(message)
            if message["content"].get("execution_state") == "idle":
                break
        while True:
            reply = self.client.get_shell_msg(timeout=max(0, end - time.time()))
            if reply["parent_header"].get("msg_id") == msg_id:
                if reply["content"]["status"] != "aborted":  # front ends know this word, the validator an older one
                    validate_message(reply, reply["msg_type"], msg_id)
                return reply["content"], published

    def await_stream(self, msg_id, text):
        """Waits until a cell has printed this."""
        while True:
            message = self.client.get_iopub_msg(timeout=30)
            if message["msg_type"] == "stream" and text in message["content"]["text"]:
                return

    def interrupt(self):
        self.manager.interrupt_kernel()

    def cpu_seconds(self):
        fields = pathlib.Path(f"/proc/{self.manager.provisioner.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100


def text(published, name="stdout"):
    return "".join(
        message["content"]["text"]
        for message in published
        if message["msg_type"] == "stream" and message["content"]["name"] == name
    )
