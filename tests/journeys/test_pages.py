"""From findings to a page in a real browser: what a person sees and can do, with the network watched."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.assembly import Reader
from dragoman.exports.html import as_html
from dragoman.terms.findings import Findings
from dragoman.terms.report import Report, content_id

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.slow

TEXTS = [
    (
        "VALLETTA, March 13 - Orvanian President Marek Dolvan will not meet Kestrian Prime Minister Ilse Tarnow in Valletta on "
        "Thursday, his office said.\n\n“We will not kneel,” Dolvan told reporters. More than 2,400 people have been killed "
        "since 2024, according to the United Nations.\r\nKestria demands a 45-day truce & rejects <b>monitors</b>."
    ),
    "<script>document.title='owned'</script> Talks were held in Geneva on Monday. \u202e\u05d0 \U0001f600 <img src=http://evil.example/x>",
]
PROBE = """
<script>
addEventListener("load", () => {
  const out = {};
  out.title = document.title;
  out.texts = [...document.querySelectorAll(".text")].map((node) => node.textContent);
  out.requests = performance.getEntriesByType("resource").map((entry) => entry.name);
  out.wide = document.documentElement.scrollWidth > innerWidth + 1;
  const card = document.getElementById("card");
  const piece = document.querySelector(".ev");
  piece.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
  out.hover = [card.hidden, card.querySelectorAll(".finding").length, document.querySelectorAll(".finding.on").length > 0];
  document.querySelector("h1").dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
  out.left = card.hidden;
  piece.click();
  document.querySelector("h1").dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
  out.pinned = [card.hidden, card.querySelector("button") !== null];
  document.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape"}));
  out.escaped = [card.hidden, document.activeElement === piece];
  const box = document.getElementById("show-quotations");
  const list = document.querySelector(".kind.k-quotations");
  out.shown = getComputedStyle(list).display;
  box.click();
  out.filtered = getComputedStyle(list).display;
  box.click();
  const proof = document.querySelector(".proof a");
  proof.click();
  out.proof = document.activeElement.id === proof.hash.slice(1);
  out.stops = [...document.querySelectorAll(".ev")].filter((node) => node.tabIndex === 0).length > 0;
  const told = document.createElement("pre");
  told.id = "told";
  told.textContent = JSON.stringify(out).replace(/[^ -~]/g, (c) => "\\\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  document.body.append(told);
});
</script>
"""


@pytest.fixture(scope="module")
def found(reader: Reader) -> list[Findings]:
    """The findings of the two texts."""
    reports = [Report(id=content_id(text), published=date(2026, 3, 13), text=text) for text in TEXTS]
    return list(reader.read(reports))


@pytest.fixture
def browse(tmp_path: Path) -> Callable[..., Any]:
    """Open a page in a browser of its own and return what the probe on it told, and the addresses that were asked for."""
    if BROWSER is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium on this machine, and CI must not pass without it: apt-get install chromium")
        pytest.skip("no Chromium on this machine (on Debian: apt-get install chromium)")

    def open_page(page: str, *flags: str, probe: str = PROBE) -> tuple[dict[str, Any], list[str]]:
        file, log = tmp_path / "page.html", tmp_path / "net.json"
        file.write_text(page.replace("</body>", f"{probe}</body>"), encoding="utf-8", newline="")
        run = subprocess.run(
            [
                BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-default-browser-check",
                "--disable-default-apps", "--disable-dev-shm-usage", f"--user-data-dir={tmp_path / 'browser'}",
                f"--log-net-log={log}", "--window-size=1200,900", *flags, "--dump-dom", file.as_uri(),
            ],
            capture_output=True, timeout=120, check=True,
        )  # fmt: skip
        told = re.search(r'<pre id="told">(.*?)</pre>', run.stdout.decode("utf-8"), re.DOTALL)
        assert told is not None, "the probe did not run"
        unescaped = told[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        return json.loads(unescaped), sorted(_asked(log))

    return open_page


def _asked(log: Path) -> Iterable[str]:
    """The addresses in a browser's network log, whoever asked for them."""
    text = log.read_text(encoding="utf-8")
    return {url for url in re.findall(r'"url":"([a-z]+://[^"]+)"', text) if url.startswith(("http", "ws"))}


def test_the_page_in_a_browser(found: list[Findings], browse: Callable[..., Any]) -> None:
    """The text is the report's text, nothing is fetched, scripts of a report do not run, card, filter and keys work."""
    told, asked = browse(as_html(found, explain=True))
    assert told["texts"] == TEXTS
    assert told["requests"] == []
    assert [url for url in asked if "evil" in url or "example" in url] == []
    assert told["title"] == "Dragoman"
    assert told["hover"][0] is False
    assert told["hover"][1] >= 1
    assert told["hover"][2] is True
    assert told["left"] is True
    assert told["pinned"] == [False, True]
    assert told["escaped"] == [True, True]
    assert (told["shown"], told["filtered"]) == ("block", "none")
    assert told["proof"] is True
    assert told["stops"] is True
    assert told["wide"] is False


def test_the_page_on_a_phone(found: list[Findings], browse: Callable[..., Any]) -> None:
    """At the narrowest width nothing needs sideways scrolling, and the text is the same."""
    told, _ = browse(as_html(found), "--window-size=500,900")
    assert told["wide"] is False
    assert told["texts"] == TEXTS


def test_the_page_without_its_script(found: list[Findings], browse: Callable[..., Any]) -> None:
    """With the page's own script taken out, the text, the list, the links and the filter are still there."""
    page = re.sub(r"<script>.*?</script>", "", as_html(found), count=1, flags=re.DOTALL)
    probe = """<script>addEventListener("load", () => {
      const list = document.querySelector(".kind.k-quotations");
      const box = document.getElementById("show-quotations");
      const before = getComputedStyle(list).display;
      box.click();
      const links = [...document.querySelectorAll(".ev, .proof a")];
      const out = {texts: [...document.querySelectorAll(".text")].map((n) => n.textContent.length),
        dead: links.filter((a) => !document.getElementById(a.hash.slice(1))).length, links: links.length,
        display: [before, getComputedStyle(list).display]};
      const told = document.createElement("pre"); told.id = "told"; told.textContent = JSON.stringify(out);
      document.body.append(told);
    });</script>"""
    told, _ = browse(page, probe=probe)
    assert told["dead"] == 0
    assert told["links"] > 0
    assert told["display"] == ["block", "none"]
    assert told["texts"][0] == len(TEXTS[0])
