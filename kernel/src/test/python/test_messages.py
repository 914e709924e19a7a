"""What other kernels on the JVM get wrong: interrupts, hot loops, output from the background."""

import subprocess
import time
import unittest

from kernel import Kernel, text

ENDLESS = {
    "sleeps": 'System.out.println("on"); Thread.sleep(1_000_000);',
    "spins": 'System.out.println("on"); while (true);',
    "prints": 'System.out.println("on"); while (true) System.out.println("more and more");',
    "pings": "%sh ip link set lo up; echo on; ping 127.0.0.1",
    "waits": 'System.out.println("on"); new ProcessBuilder("sleep", "987").start().waitFor();',
    "asks": 'System.out.println("on"); System.in.read();',
}
ROUNDS = 5


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel()

    @classmethod
    def tearDownClass(cls):
        cls.kernel.close()

    def test_interrupts(self):
        self.kernel.run("int kept = 41;")
        for name, code in ENDLESS.items():
            with self.subTest(cell=name):
                for _ in range(ROUNDS):
                    msg_id = self.kernel.client.execute(code, allow_stdin=name == "asks")
                    self.kernel.await_stream(msg_id, "on")
                    start = time.time()
                    self.kernel.interrupt()
                    reply, published = self.kernel.finish(msg_id)
                    self.assertEqual(reply["ename"], "Interrupted")
                    errors = [m["content"]["ename"] for m in published if m["msg_type"] == "error"]
                    self.assertEqual(errors, ["Interrupted"])
                    self.assertLess(time.time() - start, 5)
        orphans = subprocess.run(["pgrep", "-f", "^sleep 987$"], capture_output=True, text=True).stdout
        self.assertEqual(orphans, "", "a cell's process outlives it")
        reply, published = self.kernel.run("kept + 1")
        results = [m["content"]["data"]["text/plain"] for m in published if m["msg_type"] == "execute_result"]
        self.assertEqual(results, ["42"])
        before = self.kernel.cpu_seconds()
        time.sleep(1)
        self.assertLess(self.kernel.cpu_seconds() - before, 0.3, "a thread goes on burning")

    def test_an_interrupt_that_comes_late_stops_no_later_cell(self):
        client = self.kernel.client
        for i in range(20):
            client.execute("%sh true")
            client.get_shell_msg(timeout=30)
            client.control_channel.send(client.session.msg("interrupt_request", {}))
            reply, published = self.kernel.run(f"%sh echo next {i}")
            self.assertEqual(reply["status"], "ok")
            self.assertEqual(text(published), f"next {i}\n")

    def test_the_lab_outlives_an_interrupt(self):
        self.kernel.run("%reset\n%sh ip link add v0 type veth peer name v1; ip link set lo up")
        msg_id = self.kernel.client.execute("%sh echo on; ping 127.0.0.1")
        self.kernel.await_stream(msg_id, "on")
        self.kernel.interrupt()
        self.kernel.finish(msg_id)
        _, published = self.kernel.run("%sh ip -br link")
        self.assertIn("v0@v1", text(published))

    def test_a_thousand_lines_are_a_handful_of_messages(self):
        _, published = self.kernel.run('for (int i = 0; i < 1000; i++) System.out.println("line " + i);')
        self.assertEqual(text(published), "".join(f"line {i}\n" for i in range(1000)))
        self.assertLess(sum(m["msg_type"] == "stream" for m in published), 10)

    def test_later_output_goes_to_its_cell(self):
        msg_id = self.kernel.client.execute(
            "new Thread(() -> { try { Thread.sleep(300); } catch (InterruptedException e) {}"
            ' System.out.println("late"); }).start();'
        )
        self.kernel.finish(msg_id)
        while True:
            message = self.kernel.client.get_iopub_msg(timeout=10)
            if message["msg_type"] == "stream":
                self.assertEqual(message["parent_header"]["msg_id"], msg_id)
                self.assertEqual(message["content"]["text"], "late\n")
                return

    def test_cells_behind_an_error_are_not_run(self):
        first = self.kernel.client.execute("Thread.sleep(300); int x = nothing;")
        second = self.kernel.client.execute("%sh echo no")
        self.assertEqual(self.kernel.finish(first)[0]["status"], "error")
        reply, published = self.kernel.finish(second)
        self.assertEqual(reply["status"], "aborted")
        self.assertNotIn("execution_count", reply)
        self.assertEqual(text(published), "")


if __name__ == "__main__":
    unittest.main()
