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
LEGIBLE = 4.5  # WCAG 2, level AA
PLAYED = 15  # seconds until all packets have moved
EXPERIMENT = "01-who-answers.ipynb"

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
        found = self.page.script(CONTRAST, ".jp-OutputArea :is(caption, th, td)")
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
