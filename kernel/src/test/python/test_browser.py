"""The course in JupyterLab, as a student sees it: by a browser without a screen.

VETHLAB_SCREENSHOTS=update makes the pictures in docs/ anew, light and dark, as they are after a run.
"""

import base64
import os
import pathlib
import re
import shutil
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
DOCS = HERE.parents[3] / "docs"
CONTRAST = (HERE / "contrast.js").read_text()
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
TABLES_WIDER_THAN_THE_PAGE = (
    "return [...document.querySelectorAll('.jp-OutputArea-output table')]"
    ".filter(each => each.offsetWidth > each.closest('.jp-OutputArea-output').clientWidth).map(each => each.textContent)"
)
LEGIBLE = 4.5  # WCAG 2, level AA
PLAYED = 15  # seconds until all packets have moved
EXPERIMENT = "01-who-answers.ipynb"
FAULTS = """
for n in h1 h2 h3 s r; do ip netns add $n; done
ip -n s link add br0 type bridge vlan_filtering 1; ip -n s link set br0 up
vlan=10
for n in h1 h2 h3; do
    ip link add eth0 netns $n type veth peer name $n netns s; ip -n s link set $n master br0 up
    bridge -n s vlan add dev $n vid $vlan pvid untagged; bridge -n s vlan del dev $n vid 1
    ip -n $n addr add 10.0.0.${n#h}/24 dev eth0; ip -n $n link set eth0 up; vlan=$((vlan + 10))
done
ip link add eth0 netns r type veth peer name trunk netns s; ip -n s link set trunk master br0 up
for v in 10 20 30; do bridge -n s vlan add dev trunk vid $v; done
ip -n r link set eth0 up; ip -n r link add link eth0 name eth0.10 type vlan id 10; ip -n r link set eth0.10 up
ip -n r link add bond0 type bond; ip -n r link add vx type vxlan id 5 dstport 4789; ip -n r link add red type vrf table 9
ip -n h2 route add 10.0.0.0/24 dev eth0 metric 5; sleep 3
"""
CELLS = [
    "%reset",
    "%%sh" + FAULTS,
    "%topology",
    "%capture h1",
    "%%sh\nip netns exec h1 ping -c 1 -W 1 10.0.0.2; ip -n h3 link set eth0 down; ip -n h1 link set eth0 mtu 1400",
    "%capture show",
    "%diff",
    "%topology",
    "%routes h2",
    "%why h1 ping -c 1 -W 1 10.0.0.2",
]

try:
    import frontend
except ImportError as missing:
    frontend = None
    WANTED = f"no {missing.name} (kernel/src/test/python/requirements.txt)"
else:
    WANTED = "no browser (Debian: apt install chromium chromium-driver)"


@unittest.skipUnless(CHROMIUM and DRIVER and frontend, WANTED)
class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = frontend.Server()
        cls.addClassCleanup(cls.server.close)
        cls.page = frontend.Page(cls.server, CHROMIUM, DRIVER)
        cls.addClassCleanup(cls.page.close)

    def test_experiment_1(self):
        page = self.page
        page.open(EXPERIMENT)
        page.run_all()
        marked = [row.text for row in page.all("tr", page.cell("%arp netnsR")) if "route says veth1R" in row.text]
        self.assertEqual(len(marked), 1)
        self.assertRegex(marked[0], "192.168.5.22 +veth2R ")
        accessible = page.accessible()
        self.assertIn(("table", "Neighbours of netnsR"), accessible)
        self.assertIn(("columnheader", "link-layer address"), accessible)
        pictures = [name for role, name in accessible if role == "image" and name]
        self.assertEqual(len(pictures), len(page.all(".jp-OutputArea img")), "a picture without words")

    def test_the_packets_of_why_move(self):
        self.page.open(EXPERIMENT)
        picture = self.animation()
        self.page.script("arguments[0].scrollIntoView()", picture)
        before = picture.screenshot_as_base64
        self.page.wait(lambda: picture.screenshot_as_base64 != before)

    def test_what_is_kept_shows_without_trust(self):
        for theme in (frontend.LIGHT, frontend.DARK):
            with self.subTest(theme=theme):
                self.page.open(EXPERIMENT, theme)
                self.assertIn("not trusted", self.trust())
                texts = dict(self.contrasts(theme))
                self.assertIn("route says veth1R", texts)
                self.assertIn("netns22", texts)
                self.assertEqual({text: seen for text, seen in texts.items() if seen < LEGIBLE}, {})

    def test_what_is_broken_is_legible(self):
        for theme in (frontend.LIGHT, frontend.DARK):
            with self.subTest(theme=theme):
                self.page.open(self.server.write("faults.ipynb", CELLS), theme)
                self.page.run_all()
                self.assertEqual([each.text for each in self.page.all("[data-mime-type*=stderr]")], [])
                self.assertEqual(self.page.script(TABLES_WIDER_THAN_THE_PAGE), [])
                texts = dict(self.contrasts(theme))
                self.assertLessEqual({"vlan 10", "DOWN", "~ was UP", "NEIGH_FAILED", "changed"}, set(texts))
                self.assertEqual({text: seen for text, seen in texts.items() if seen < LEGIBLE}, {})

    def test_a_namespace_is_completed(self):
        self.page.open(EXPERIMENT)
        self.start_lab()
        cell = self.page.new_cell("%ns netns1")
        self.page.keys(frontend.Keys.TAB)
        self.page.wait(lambda: [each.text for each in self.page.all(".jp-Completer-match")] == ["netns11", "netns12"])
        self.page.keys(frontend.Keys.DOWN, frontend.Keys.ENTER)
        self.page.wait(lambda: self.page.source(cell).strip() == "%ns netns12")

    def test_an_endless_ping_is_interrupted(self):
        self.page.open(EXPERIMENT)
        self.start_lab()
        cell = self.page.new_cell("%ns netns12 ping 192.168.5.1")
        self.page.run()
        self.page.wait(lambda: "icmp_seq=2" in self.page.output(cell))
        self.page.click("[data-command='notebook:interrupt-kernel']")
        self.page.wait(lambda: "ping statistics" in self.page.output(cell))
        again = self.page.new_cell("%ns netns12 echo well")
        self.page.run()
        self.page.wait(lambda: "well" in self.page.output(again))

    @unittest.skipUnless(os.environ.get("VETHLAB_SCREENSHOTS") == "update", "VETHLAB_SCREENSHOTS=update makes them")
    def test_screenshots(self):
        self.page.driver.set_window_size(1480, 1400)
        for theme, name in ((frontend.LIGHT, "light"), (frontend.DARK, "dark")):
            self.page.open(EXPERIMENT, theme)
            self.page.run_all()
            end = time.monotonic() + PLAYED
            self.page.wait(lambda end=end: time.monotonic() > end)
            self.page.shoot(self.page.cell("%why"), DOCS / f"experiment-1-{name}.png")

    def start_lab(self):
        cell = self.page.new_cell("%scenario two-segments")
        self.page.run()
        self.page.wait(lambda: "netnsR" in self.page.output(cell))

    def animation(self):
        moving = [each for each in self.page.all(".jp-OutputArea img") if "<animate" in svg(each)]
        self.assertNotEqual(moving, [], "no animation")
        return moving[0]

    def trust(self):
        return self.page.one(".jp-StatusItem-trust").get_attribute("title")

    def contrasts(self, theme):
        """(text, contrast) of what stands in tables, and in drawings as the theme shows them."""
        found = self.page.script(CONTRAST, ".jp-OutputArea :is(caption, th, td, p, summary)")
        drawings = [each.get_attribute("src") for each in self.page.all(".jp-OutputArea img")]
        with self.page.preferring("dark" if theme == frontend.DARK else "light"):
            for drawing in drawings:
                self.page.driver.get(drawing)
                found += self.page.script(CONTRAST, "text")
        return sorted(((text, seen) for seen, text in found), key=lambda each: -each[1])


def svg(image):
    return base64.b64decode(re.sub("^data:[^,]*,", "", image.get_attribute("src"))).decode()


if __name__ == "__main__":
    unittest.main()
