"""JupyterLab on a port of its own, and a page of it in a browser without a screen."""

import contextlib
import json
import os
import pathlib
import secrets
import shutil
import subprocess
import sys
import tempfile

from selenium import webdriver
from selenium.common.exceptions import (
    ElementClickInterceptedException,
    StaleElementReferenceException,
    TimeoutException,
)
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

NOTEBOOKS = pathlib.Path(__file__).resolve().parents[4] / "notebooks"
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True},
    "notebook-extension/tracker": {"windowingMode": "none"},
}
DARK, LIGHT = "JupyterLab Dark", "JupyterLab Light"


class Server:
    """Settings, runtime files and the notebooks are copies in a folder that goes with it; it hears nobody but this machine."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vethlab-frontend-"))
        self.notebooks = self.folder / "notebooks"
        shutil.copytree(NOTEBOOKS, self.notebooks, ignore=shutil.ignore_patterns(".*"))
        for name, settings in SETTINGS.items():
            self.configure(name, settings)
        self.token = secrets.token_hex()
        folders = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")
        environment = {f"JUPYTER_{each}": str(self.folder / each) for each in folders}
        environment["JUPYTERLAB_SETTINGS_DIR"] = str(self.folder / "settings")
        environment["JUPYTERLAB_WORKSPACES_DIR"] = str(self.folder / "workspaces")
        environment["IPYTHONDIR"] = str(self.folder / "ipython")
        self.log = open(self.folder / "log", "w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1"]
            + ["--ServerApp.port=0", f"--ServerApp.root_dir={self.notebooks}", f"--IdentityProvider.token={self.token}"]
            + ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.extension_manager=readonly"],
            env={**os.environ, **environment},
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def configure(self, name, settings):
        plugin, file = name.split("/")
        path = self.folder / "settings" / "@jupyterlab" / plugin / f"{file}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))

    def write(self, name, cells):
        """A new notebook with these code cells."""
        kernel = {"name": "vethlab", "display_name": "Vethlab (Java)", "language": "java"}
        code = [
            {"cell_type": "code", "id": f"cell-{i}", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
            for i, source in enumerate(cells)
        ]
        notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": code}
        (self.notebooks / name).write_text(json.dumps(notebook))
        return name

    def address(self):
        """Where it listens, once it says so; None before."""
        if self.process.poll() is not None:
            raise RuntimeError((self.folder / "log").read_text())
        for said in (self.folder / "RUNTIME_DIR").glob(f"jpserver-{self.process.pid}.json"):
            text = said.read_text()
            return json.loads(text)["url"] if text.endswith("}") else None
        return None

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()
        shutil.rmtree(self.folder)


class Page:
    """A browser with one notebook open. What it waits for comes within seconds, or the test fails."""

    def __init__(self, server, chromium, driver):
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for each in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1200,1000"):
            options.add_argument(each)
        for each in ("--disable-background-networking", "--disable-component-update", "--no-first-run"):
            options.add_argument(each)
        options.add_argument(f"--user-data-dir={server.folder / 'browser'}")
        self.server = server
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.url = self.wait(server.address)

    def wait(self, until, seconds=60):
        passing = (ElementClickInterceptedException, StaleElementReferenceException)  # while the page still moves
        try:
            return WebDriverWait(self.driver, seconds, 0.05, passing).until(lambda _: until())
        except TimeoutException as late:
            asks = [each.text for each in self.all(".jp-Dialog")]
            raise AssertionError(f"not within {seconds} s; dialogs: {asks}") from late

    def click(self, selector, within=None):
        self.wait(lambda: self.one(selector, within).click() is None)

    def open(self, name, theme=LIGHT):
        self.server.configure("apputils-extension/themes", {"theme": theme})
        self.driver.get(f"{self.url}lab/tree/{name}?reset&token={self.server.token}")
        self.wait(lambda: self.all(".jp-CodeCell"))
        self.wait(lambda: "Vethlab (Java) | Idle" in self.one("#jp-main-statusbar").text)

    def all(self, selector, within=None):
        return (within or self.driver).find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector, within=None):
        """The first that there is, which is waited for."""
        return self.wait(lambda: self.all(selector, within))[0]

    def run_all(self):
        """Anew: what is kept in the notebook goes first."""
        self.menu("Edit", "editmenu:clear-all")
        self.wait(lambda: not any(self.output(cell) for cell in self.all(".jp-CodeCell")))
        self.menu("Run", "runmenu:run-all")
        self.wait(lambda: all(self.prompt(cell).strip("[]: ").isdigit() for cell in self.all(".jp-CodeCell")))

    def menu(self, title, command):
        bar = self.wait(lambda: [each for each in self.all(".lm-MenuBar-item") if each.text == title])
        bar[0].click()
        self.click(f".lm-Menu-item[data-command='{command}']")

    def prompt(self, cell):
        return self.one(".jp-InputPrompt", cell).get_attribute("textContent")

    def cell(self, source):
        """The code cell that holds this."""
        return self.wait(lambda: [c for c in self.all(".jp-CodeCell") if source in self.source(c)])[0]

    def source(self, cell):
        return self.script("return [...arguments[0].querySelectorAll('.cm-line')].map(x => x.textContent).join('\\n')", cell)

    def output(self, cell):
        return self.script("return arguments[0].querySelector('.jp-OutputArea')?.textContent ?? ''", cell)

    def new_cell(self, source):
        """A cell at the end of the notebook, with the cursor at its end."""
        there = len(self.all(".jp-Cell"))
        self.click(".jp-Notebook-footer")
        self.wait(lambda: len(self.all(".jp-Cell")) > there)
        cell = self.all(".jp-Cell")[-1]
        self.click(".cm-content", cell)
        self.keys(source)
        self.wait(lambda: self.source(cell) == source)
        return cell

    def keys(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def run(self):
        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()

    def script(self, source, *arguments):
        return self.driver.execute_script(source, *arguments)

    @contextlib.contextmanager
    def preferring(self, scheme):
        """A page is told that the user likes it so: light, or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        yield
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    def accessible(self):
        """The accessibility tree: (role, name) of each node that a screen reader meets."""
        nodes = self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        return [
            (node.get("role", {}).get("value"), node.get("name", {}).get("value"))
            for node in nodes
            if not node.get("ignored")
        ]

    def shoot(self, cell, path):
        """A picture of a cell and its output."""
        self.script("document.activeElement.blur(); arguments[0].scrollIntoView()", cell)
        cell.screenshot(str(path))

    def close(self):
        self.driver.quit()
