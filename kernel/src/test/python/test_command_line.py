"""The command line as a shell starts it."""

import os
import pathlib
import subprocess
import tempfile
import unittest

VETHLAB = pathlib.Path(__file__).resolve().parents[4] / "vethlab"


class CommandLine(unittest.TestCase):
    def test_names_and_words_have_every_letter_in_every_locale(self):
        with tempfile.TemporaryDirectory() as directory:
            script = pathlib.Path(directory, "Übung.sh")
            script.write_text('echo "$1" ${#1} „$(basename "$0")“\n', encoding="utf-8")
            for locale in "POSIX", "C.UTF-8":
                with self.subTest(locale):
                    environment = {**os.environ, "LC_ALL": locale}
                    command = [VETHLAB, "run", script, "é→"]
                    run = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
                    self.assertEqual((run.stdout, run.stderr), ("é→ 2 „Übung.sh“\n", ""))


if __name__ == "__main__":
    unittest.main()
