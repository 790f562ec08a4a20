#!/usr/bin/env python3
"""Looks at a generated site with headless Chromium: console, requests, dialogs, search, layout, accessibility, screenshots.

usage: check_site.py SITE [--query WORDS --expect TITLE] [--pages N] [--served] [--axe axe.min.js] [--shots DIR]
Prints a line for each finding and a count at the end; exit status 1 when there are findings.
Needs nothing but Python's own library and a program called chromium.
"""
import argparse, base64, functools, http.server, json, os, pathlib, shutil, socket, struct, subprocess, sys, tempfile
import threading, time, urllib.parse


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
        self.allowed = ("file:", "about:")
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
        number = self.post(method, **parameters)
        while True:
            answer = self.receive()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)
            if answer.get("method") == "Page.javascriptDialogOpening":
                # Nothing else answers until the dialog is closed; its own answer is not waited for.
                self.post("Page.handleJavaScriptDialog", accept=True)

    def post(self, method, **parameters):
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
        return self.number

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
        self.send("Page.navigate", url="about:blank")
        self.events.clear()
        self.send("Page.navigate", url=url)
        ready = "location.href !== 'about:blank' && document.readyState === 'complete'"
        for _ in range(500):
            if self.evaluate(ready):
                break
            time.sleep(0.01)
        # By the second answer, what the page started while loading has been reported.
        time.sleep(0.02)
        self.evaluate("0")
        return [complaint for event in self.events for complaint in self.complaints(event)]

    def complaints(self, event):
        method, p = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            yield "exception: " + p["exceptionDetails"].get("text", "")
        elif method == "Runtime.consoleAPICalled" and p["type"] in ("error", "warning", "assert"):
            yield "console: " + json.dumps([a.get("value") for a in p["args"]])
        elif method == "Log.entryAdded" and p["entry"]["level"] in ("error", "warning"):
            yield "log: " + p["entry"]["text"]
        elif method == "Page.javascriptDialogOpening":
            yield "dialog: " + p["message"]
        elif method == "Network.requestWillBeSent" and not p["request"]["url"].startswith(self.allowed):
            yield "request: " + p["request"]["url"]


# What anybody needs to read the page with eyes, keys or a screen reader (WCAG 2.2); returns what is missing.
ACCESSIBILITY = r"""
(() => {
  const found = [];
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const show = element => element.outerHTML.slice(0, 90).replace(/\s+/g, " ");
  if (!document.documentElement.lang) found.push("3.1.1: no language");
  if (!document.title.trim()) found.push("2.4.2: no title");
  if (all("main").length !== 1) found.push("1.3.1: not one main part");
  if (all("h1").length !== 1) found.push("1.3.1: not one h1");
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) found.push("1.3.1: heading skips a level: " + show(heading));
    if (!heading.textContent.trim()) found.push("1.3.1: empty heading");
    level = own;
  }
  const ids = all("[id]").map(element => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push("4.1.2: id twice: " + id);
  for (const link of all("a[href], button, summary"))
    if (!(link.textContent.trim() || link.getAttribute("aria-label"))) found.push("2.4.4: no name: " + show(link));
  for (const field of all("input, select, textarea"))
    if (!field.labels.length) found.push("1.3.1: no label: " + show(field));
  for (const image of all("img")) if (!image.hasAttribute("alt")) found.push("1.1.1: no alt: " + show(image));
  for (const drawing of all("svg"))
    if (drawing.getAttribute("aria-hidden") !== "true" && !drawing.querySelector("title")) found.push("1.1.1: no title: " + show(drawing));
  for (const cell of all("th")) if (!cell.scope) found.push("1.3.1: no scope: " + show(cell));
  for (const element of all("[aria-labelledby], [aria-describedby]"))
    for (const id of ((element.getAttribute("aria-labelledby") || "") + " " + (element.getAttribute("aria-describedby") || "")).split(/\s+/))
      if (id && !document.getElementById(id)) found.push("1.3.1: no such label: " + id);
  const names = all("nav").map(nav => nav.getAttribute("aria-label"));
  if (names.length > 1 && new Set(names).size < names.length) found.push("2.4.1: navigations that share a name");
  const luminance = colour => {
    const parts = colour.map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const numbers = text => (text.match(/[\d.]+/g) || []).map(Number);
  const backgroundOf = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour.slice(0, 3);
    }
    const schemes = getComputedStyle(document.documentElement).colorScheme;
    return schemes.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || seen.has(element) || element.closest("script, style, noscript, title, desc")) continue;
    seen.add(element);
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (!box.width || style.visibility === "hidden" || style.clipPath !== "none") continue;
    const ink = element.closest("svg") ? numbers(style.fill) : numbers(style.color);
    const [light, dark] = [luminance(ink), luminance(backgroundOf(element))].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    if (ratio < needed) found.push("1.4.3: contrast " + ratio.toFixed(2) + ": " + show(element));
  }
  for (const target of all("a[href], button, input, summary")) {
    const box = target.getBoundingClientRect();
    const inText = getComputedStyle(target).display === "inline";
    if (box.width && !inText && !target.classList.contains("skip") && (box.width < 24 || box.height < 24))
      found.push("2.5.8: target of " + box.width.toFixed(0) + " by " + box.height.toFixed(0) + ": " + show(target));
  }
  return Array.from(new Set(found)).slice(0, 12);
})()
"""


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("site")
    arguments.add_argument("--query", help="words to search for, by the address and by typing")
    arguments.add_argument("--expect", default="", help="what stands in the title of one of the first three results")
    arguments.add_argument("--pages", type=int, default=40, help="how many pages to look at")
    arguments.add_argument("--served", action="store_true", help="also below a path of a server on this machine")
    arguments.add_argument("--axe", help="the script of axe-core, for its checks as well")
    arguments.add_argument("--shots", help="a folder for pictures and prints")
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
        look_without_scripts(browser, site, pages, findings)
        if options.query:
            search(browser, (site / "search.html").as_uri(), options, findings)
            if options.served:
                search_served(browser, site, options, findings)
        if options.shots:
            shoot(browser, site, pages, pathlib.Path(options.shots))
    finally:
        browser.close()
    for finding in findings:
        print(finding)
    checks = ["console", "requests", "dialogs", "accessibility", "layout at 390 and 1280, light and dark", "no scripts"]
    checks += ["search"] if options.query else []
    checks += ["axe"] if options.axe else []
    print(f"{len(findings)} findings on {len(pages)} pages ({', '.join(checks)})")
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
            findings += [f"{name} ({width}, {scheme}): {text}" for text in browser.evaluate(ACCESSIBILITY)]
            if axe:
                browser.evaluate(axe + "\n;null")
                results = browser.evaluate(
                    "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.help + ' '"
                    " + v.nodes.slice(0, 2).map(n => n.html.slice(0, 120) + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | ')))")
                findings += [f"{name} ({width}, {scheme}): {text}" for text in results]


def look_without_scripts(browser, site, pages, findings):
    """Without scripts, a page says as much; the search page leads on."""
    count = "document.querySelector('main').textContent.replace(/Copy$/gm, '').replace(/\\s+/g, '').length"
    for page in [p for p in pages if p.parent != site][:6] + [site / "index.html"]:
        lengths = []
        for disabled in (False, True):
            browser.send("Emulation.setScriptExecutionDisabled", value=disabled)
            browser.open(page.as_uri())
            lengths.append(browser.evaluate(count))
        if lengths[0] > lengths[1] + len("Copy"):
            findings.append(f"{page.relative_to(site)}: {lengths[0]} characters with scripts, {lengths[1]} without")
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    browser.open((site / "search.html").as_uri())
    if browser.evaluate("document.querySelectorAll('noscript a').length") < 2:
        findings.append("search.html: nothing leads on without scripts")
    browser.send("Emulation.setScriptExecutionDisabled", value=False)


def search(browser, page, options, findings):
    titles = "Array.from(document.querySelectorAll('#results h2')).map(h => h.textContent)"
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
    # The first result leads to its page, and the way back to the results.
    browser.evaluate("document.querySelector('#results a').click()")
    for _ in range(200):
        if browser.evaluate("document.readyState === 'complete' && !location.href.includes('search.html')"):
            break
        time.sleep(0.01)
    if typed and browser.evaluate("document.querySelector('h1').textContent") != typed[0]:
        findings.append(f"search: '{typed[0]}' leads to '{browser.evaluate('document.title')}'")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def search_served(browser, site, options, findings):
    """The same below a path of a server, as on GitHub Pages."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(site, pathlib.Path(folder, "a-course"))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/a-course/"
        browser.allowed = ("about:", base)
        try:
            findings += browser.open(base)
            search(browser, base + "search.html", options, findings)
        finally:
            browser.allowed = ("file:", "about:")
            server.shutdown()
            server.server_close()


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
