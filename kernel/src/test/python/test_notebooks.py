"""The course's notebooks print what is kept in them."""

import pathlib
import subprocess
import sys
import unittest

EXECUTE = pathlib.Path(__file__).resolve().parents[4] / "notebooks" / "execute.py"


class Notebooks(unittest.TestCase):
    def test_print_what_is_kept(self):
        run = subprocess.run([sys.executable, EXECUTE, "--compare"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)


if __name__ == "__main__":
    unittest.main()
