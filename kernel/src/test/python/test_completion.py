"""Tab and Shift-Tab, as a front end asks for them."""

import time
import unittest

from kernel import Kernel


class Completion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel()
        cls.kernel.run("%scenario two-segments")

    @classmethod
    def tearDownClass(cls):
        cls.kernel.close()

    def ask(self, msg_id):
        while True:
            reply = self.kernel.client.get_shell_msg(timeout=30)
            if reply["parent_header"].get("msg_id") == msg_id:
                return reply["content"]

    def complete(self, code):
        """What stands in the cell once the only match has been taken, or all matches."""
        reply = self.ask(self.kernel.client.complete(code))
        self.assertEqual(reply["status"], "ok")
        types = reply["metadata"]["_jupyter_types_experimental"]
        self.assertEqual([each["text"] for each in types], reply["matches"])
        if len(reply["matches"]) == 1:
            return code[: reply["cursor_start"]] + reply["matches"][0] + code[reply["cursor_end"] :]
        return reply["matches"]

    def test_completes(self):
        namespaces = ["host", "netnsB1", "netns11", "netns12", "netnsB2", "netns21", "netns22", "netnsR"]
        for typed, expected in {
            "%ns ": namespaces,
            "%ns netnsR ip rou": "%ns netnsR ip route",
            "%ns netnsR ip link set ": ["veth1R", "veth2R", "lo", "dev", "group"],
            "%ns netns22 ping 192.168.5.10": "%ns netns22 ping 192.168.5.100",
            "%%ns netnsR\nip addr\nip li": "%%ns netnsR\nip addr\nip link",
            "%%sh\nnsenter -t $pid_netnsR -n ip link set dev veth2": "%%sh\nnsenter -t $pid_netnsR -n ip link set dev veth2R",
            "%scenario two-segments-h": "%scenario two-segments-host-routes",
            "%check exp1": "%check exp1-predict",
            "int a = 1; // \U0001f600\n%routes netns12": "int a = 1; // \U0001f600\n%routes netns12",
            "%why netns22 pidof": "%why netns22 pidof",
            "lab.namesp": "lab.namespaces()",
        }.items():
            with self.subTest(typed=typed):
                self.assertEqual(self.complete(typed), expected)

    def test_a_running_cell_is_no_obstacle(self):
        msg_id = self.kernel.client.execute("%ns netns11 ping 192.168.5.11")
        self.kernel.await_stream(msg_id, "icmp_seq=1")
        start = time.time()
        self.assertEqual(self.complete("%ns netnsR ip link set dev veth1"), "%ns netnsR ip link set dev veth1R")
        self.assertLess(time.time() - start, 2)
        self.kernel.interrupt()
        self.kernel.finish(msg_id)

    def test_explains(self):
        for code, expected in {
            "%ns netnsR": "veth2R",
            "%ns netnsR ip route": "NODE_SPEC",
            "%ns netns22 ping -c": "stop after <count> replies",
            "%ns netns22 ping 192.168.5.100": "an address of netnsR, on its device veth1R",
            "%ns netns22 ping -I veth22": "link/ether",
            "%scenario": "%scenario NAME",
            "lab.ns": "A namespace",
        }.items():
            with self.subTest(code=code):
                reply = self.ask(self.kernel.client.inspect(code))
                self.assertTrue(reply["found"])
                self.assertIn(expected, reply["data"]["text/plain"])

    def test_a_question_opens_the_pager(self):
        for code in ["%ns?", "?%ns", "ip route?", "%ns netnsR ip route?"]:
            with self.subTest(code=code):
                reply, _ = self.kernel.run(code)
                self.assertEqual(reply["payload"][0]["source"], "page")
                self.assertNotIn("nothing is known", reply["payload"][0]["data"]["text/plain"])


if __name__ == "__main__":
    unittest.main()
