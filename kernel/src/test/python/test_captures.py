"""What goes on beside cells: captures, background jobs that print into their own cell, long work that tells how far it is."""

import base64
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest

from kernel import Kernel, text

TWO = """%%sh
ip netns add a
ip netns add b
ip -n a link add va type veth peer name vb netns b
ip -n a addr add 10.0.0.1/24 dev va
ip -n b addr add 10.0.0.2/24 dev vb
ip -n a link set va up
ip -n b link set vb up"""


class Captures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel()

    @classmethod
    def tearDownClass(cls):
        cls.kernel.close()

    def setUp(self):
        self.kernel.run("%reset")
        self.kernel.run(TWO)

    def collect(self, msg_id):
        """What has been published meanwhile, by the cell that it belongs to."""
        by_cell = {}
        while True:
            message = self.kernel.client.get_iopub_msg(timeout=30)
            by_cell.setdefault(message["parent_header"].get("msg_id"), []).append(message)
            if message["parent_header"].get("msg_id") == msg_id and message["content"].get("execution_state") == "idle":
                self.kernel.client.get_shell_msg(timeout=30)
                return by_cell

    def test_tcpdump_prints_into_the_cell_that_started_it(self):
        first = self.kernel.client.execute("%ns b tcpdump -n -l -i vb icmp &")
        self.collect(first)
        second = self.kernel.client.execute("%ns a ping -c 2 10.0.0.2")
        published = self.collect(second)
        self.assertIn("2 received", text(published[second]))
        self.assertNotIn("ICMP echo", text(published[second]))
        third = self.kernel.client.execute("%ns a sleep 1")
        later = self.collect(third)
        streamed = text(published.get(first, [])) + text(later.get(first, []))
        self.assertEqual(len(re.findall("ICMP echo request", streamed)), 2, streamed)
        self.assertEqual(len(re.findall("ICMP echo reply", streamed)), 2, streamed)

    def shown(self, published, mime):
        return [m["content"]["data"][mime] for m in published if m["msg_type"] == "display_data"]

    def test_a_capture_is_a_drawing_and_a_file(self):
        self.kernel.run("%capture a b")
        self.kernel.run("%ns a ping -c 1 10.0.0.2")
        reply, published = self.kernel.run("%capture show")
        self.assertEqual(reply["status"], "ok")
        (html,) = self.shown(published, "text/html")
        self.assertNotIn("<script", html)
        self.assertIn("<details>", html)
        svg = base64.b64decode(re.search(r"image/svg\+xml;base64,([^\"]+)", html).group(1)).decode()
        self.assertIn("<title", svg)
        self.assertIn("Echo (ping) request", svg)
        (plain,) = self.shown(published, "text/plain")
        self.assertIn("Echo (ping) request", plain)

    def test_wireshark_and_tcpdump_read_the_files(self):
        tools = [tool for tool in ("tshark", "tcpdump") if shutil.which(tool)]
        if not tools:
            self.skipTest("there is neither tshark nor tcpdump")
        with tempfile.TemporaryDirectory() as folder:
            self.kernel.run("%capture a b")
            self.kernel.run("%ns b nc -l -p 99 > /dev/null & \n%ns a bash -c 'ping -c 1 10.0.0.2; echo hi | nc -q 1 10.0.0.2 99'")
            for name in ("c.pcap", "c.pcapng"):
                file = pathlib.Path(folder, name)
                self.assertEqual(self.kernel.run(f"%capture save {file}")[0]["status"], "ok")
                for tool in tools:
                    run = subprocess.run([tool, "-n", "-r", file], capture_output=True, text=True)
                    self.assertEqual(run.returncode, 0, run.stderr)
                    self.assertRegex(run.stdout, "(?i)echo( \\(ping\\))? request")
                    for line in run.stderr.splitlines():
                        self.assertRegex(line, "^reading from|^Running as user|interface names might be incorrect")
                if "tshark" in tools:
                    bad = ["tshark", "-r", file, "-Y", "_ws.malformed || tcp.checksum_bad || ip.checksum_bad"]
                    bad += ["-o", "tcp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE"]
                    self.assertEqual(subprocess.run(bad, capture_output=True, text=True).stdout, "")

    def progress(self, published):
        kinds = ("display_data", "update_display_data")
        return [m for m in published if m["msg_type"] in kinds and m["content"]["transient"].get("display_id")]

    def test_long_work_tells_how_far_it_is_and_stops(self):
        msg_id = self.kernel.client.execute("%sh for ((i = 0; ; i++)); do ip netns exec a ip link set va mtu $((1400 + i % 9)); done")
        told = []
        while not told:
            message = self.kernel.client.get_iopub_msg(timeout=30)
            told = self.progress([message])
        self.assertEqual(told[0]["msg_type"], "display_data")
        self.assertRegex(told[0]["content"]["data"]["text/plain"], r"^working for \d+ s; [\d.]+ s have passed in the lab")
        self.kernel.interrupt()
        reply, published = self.kernel.finish(msg_id)
        self.assertEqual(reply["ename"], "Interrupted")
        last = self.progress(published)[-1]
        self.assertEqual(last["msg_type"], "update_display_data")
        self.assertEqual(last["content"]["data"]["text/plain"], "")
        self.assertEqual(last["content"]["transient"], told[0]["content"]["transient"])
        _, published = self.kernel.run("%ns a ip -br link")
        self.assertIn("va@", text(published))

    def slow(self, code):
        self.kernel.finish(self.kernel.client.execute(code), timeout=120)

    def test_short_work_tells_nothing(self):
        _, published = self.kernel.run("%ns a ping -c 3 10.0.0.2")
        self.assertEqual(self.progress(published), [])
        _, published = self.kernel.run("%undo")
        self.assertEqual(self.progress(published), [])

    def test_a_stopped_undo_leaves_the_lab_as_it_was(self):
        self.slow("%sh for ((i = 0; i < 30000; i++)); do ip link set lo mtu $((60000 + i % 7)); done")
        self.kernel.run("%ns a ip link set va mtu 1234")
        msg_id = self.kernel.client.execute("%undo")
        while True:
            message = self.kernel.client.get_iopub_msg(timeout=30)
            if message["content"].get("execution_state") == "idle":
                self.skipTest("this machine undoes that within a second")
            told = self.progress([message])
            if told:
                break
        self.assertRegex(told[0]["content"]["data"]["text/plain"], r"^living through the journal: \d of 2 runs, \d+ s$")
        self.kernel.interrupt()
        reply, _ = self.kernel.finish(msg_id)
        self.assertEqual(reply["status"], "error")
        _, published = self.kernel.run("%ns a ip link show va")
        self.assertIn("mtu 1234", text(published))


if __name__ == "__main__":
    unittest.main()
