#!/usr/bin/env python3
"""Looks at a generated site with headless Chromium: console, search, layout, accessibility, screenshots.

usage: check_site.py SITE [--axe axe.min.js] [--shots DIR] [--pages N] [--query WORDS]
Prints a line for each finding and a count at the end; exit status 1 when there are findings.
Needs nothing but Python's own library and a program called chromium.
"""
import argparse, base64, json, os, pathlib, shutil, socket, struct, subprocess, sys, tempfile, time, urllib.parse


class Browser:
    """Chromium driven by the DevTools protocol over one WebSocket (RFC 6455)."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp(prefix="readings-browser-")
        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
             "--disable-dev-shm-usage", "--remote-debugging-port=0", f"--user-data-dir={self.profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port_file = pathlib.Path(self.profile, "DevToolsActivePort")
        for _ in range(300):
            if port_file.exists() and len(port_file.read_text().split()) == 2:
                break
            time.sleep(0.1)
        port, path = port_file.read_text().split()
        self.socket = socket.create_connection(("127.0.0.1", int(port)), timeout=60)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.socket.recv(1)
        self.number = 0
        self.events = []
        self.session = None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(domain + ".enable")

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode()
        mask = os.urandom(4)
        head = b"\x81" + (bytes([0x80 | len(data)]) if len(data) < 126
                          else b"\xfe" + struct.pack(">H", len(data)) if len(data) < 65536
                          else b"\xff" + struct.pack(">Q", len(data)))
        self.socket.sendall(head + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self):
        data = b""
        while True:
            first, second = self.read(2)
            length = second & 0x7F
            if length == 126:
                length = struct.unpack(">H", self.read(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.read(8))[0]
            part = self.read(length)
            if first & 0x0F in (0, 1):
                data += part
                if first & 0x80:
                    return json.loads(data)

    def read(self, count):
        data = b""
        while len(data) < count:
            part = self.socket.recv(count - len(data))
            if not part:
                raise RuntimeError("the browser has gone away")
            data += part
        return data

    def evaluate(self, expression):
        result = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:400])
        return result["result"].get("value")

    def open(self, url):
        """Opens a page and returns what it complains about."""
        self.events.clear()
        self.send("Page.navigate", url="about:blank")
        self.events.clear()
        self.send("Page.navigate", url=url)
        for _ in range(400):
            if self.evaluate("document.readyState") == "complete" and self.evaluate("location.href") != "about:blank":
                break
            time.sleep(0.02)
        self.evaluate("new Promise(done => setTimeout(done, 50))")
        return [complaint for event in self.events for complaint in complaints(event)]


def complaints(event):
    method, p = event.get("method"), event.get("params", {})
    if method == "Runtime.exceptionThrown":
        yield "exception: " + p["exceptionDetails"].get("text", "")
    elif method == "Runtime.consoleAPICalled" and p["type"] in ("error", "warning", "assert"):
        yield "console: " + json.dumps([a.get("value") for a in p["args"]])
    elif method == "Log.entryAdded" and p["entry"]["level"] in ("error", "warning"):
        yield "log: " + p["entry"]["text"]
    elif method == "Network.requestWillBeSent" and not p["request"]["url"].startswith(("file:", "about:")):
        yield "request: " + p["request"]["url"]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("site")
    arguments.add_argument("--axe")
    arguments.add_argument("--shots")
    arguments.add_argument("--pages", type=int, default=40)
    arguments.add_argument("--query", default="paged attention")
    arguments.add_argument("--expect", default="PagedAttention")
    options = arguments.parse_args()
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        print("skipped: there is no chromium")
        return 0
    site = pathlib.Path(options.site).resolve()
    findings = []
    browser = Browser(program)
    try:
        pages = chosen(site, options.pages)
        look(browser, site, pages, options, findings)
        search(browser, site, options, findings)
        if options.shots:
            shoot(browser, site, pages, pathlib.Path(options.shots))
    finally:
        browser.close()
    for finding in findings:
        print(finding)
    checks = "console, requests, layout at 390 and 1280, search" + (", axe" if options.axe else "; no axe")
    print(f"{len(findings)} findings on {len(pages)} pages ({checks})")
    return 1 if findings else 0


def chosen(site, count):
    """All pages of the top folder, then pages of each folder in turn."""
    folders = [sorted(site.glob("*.html"))] + [sorted(f.glob("*.html")) for f in sorted(site.iterdir()) if f.is_dir()]
    pages = folders[0]
    turn = 0
    while len(pages) < count and any(turn < len(f) for f in folders[1:]):
        pages += [f[turn] for f in folders[1:] if turn < len(f)]
        turn += 1
    return pages[:count]


def look(browser, site, pages, options, findings):
    axe = pathlib.Path(options.axe).read_text() if options.axe else None
    for page in pages:
        name = page.relative_to(site)
        for width, scheme in ((1280, "light"), (390, "dark")):
            browser.send("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
            browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            findings += [f"{name}: {text}" for text in browser.open(page.as_uri())]
            overflow = browser.evaluate("document.documentElement.scrollWidth - innerWidth")
            if overflow > 0:
                findings.append(f"{name}: {overflow} pixels too wide at {width}")
            if axe:
                browser.evaluate(axe + "\n;null")
                results = browser.evaluate(
                    "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.help + ' '"
                    " + v.nodes.slice(0, 2).map(n => n.html.slice(0, 120) + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | ')))")
                findings += [f"{name} ({width}, {scheme}): {text}" for text in results]


def search(browser, site, options, findings):
    titles = "Array.from(document.querySelectorAll('#results h2')).map(h => h.textContent)"
    page = (site / "search.html").as_uri()
    findings += browser.open(page + "#q=" + urllib.parse.quote(options.query))
    from_address = browser.evaluate(titles)
    findings += browser.open(page)
    for letter in options.query:
        browser.send("Input.insertText", text=letter)
    typed = browser.evaluate(titles)
    address = browser.evaluate("location.hash")
    for way, found in (("from the address", from_address), ("by typing", typed)):
        if not any(options.expect in title for title in found[:3]):
            findings.append(f"search: '{options.query}' {way} finds {found[:3]}")
    if urllib.parse.unquote_plus(address) != "#q=" + options.query:
        findings.append(f"search: the address is {address}")
    started = browser.evaluate(
        "(() => { const f = document.getElementById('find'); const t = performance.now();"
        " f.dispatchEvent(new Event('input')); return performance.now() - t; })()")
    print(f"search: {len(typed)} results shown, best '{typed[0] if typed else ''}', {started:.1f} ms")


def shoot(browser, site, pages, folder):
    folder.mkdir(parents=True, exist_ok=True)
    views = [("390", 390, "light"), ("390-dark", 390, "dark"), ("1280", 1280, "light"), ("1280-dark", 1280, "dark")]
    for page in pages:
        stem = "-".join(page.relative_to(site).with_suffix("").parts)
        for name, width, scheme in views:
            browser.send("Emulation.setDeviceMetricsOverride", width=width, height=1100, deviceScaleFactor=1, mobile=width < 500)
            browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            query = "#q=paged%20attention" if page.name == "search.html" else ""
            browser.open(page.as_uri() + query)
            shot = browser.send("Page.captureScreenshot", format="png", captureBeyondViewport=False)
            (folder / f"{stem}-{name}.png").write_bytes(base64.b64decode(shot["data"]))
        pdf = browser.send("Page.printToPDF", printBackground=False, preferCSSPageSize=True)
        (folder / f"{stem}.pdf").write_bytes(base64.b64decode(pdf["data"]))


if __name__ == "__main__":
    sys.exit(main())
