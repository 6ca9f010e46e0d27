//! A real, headless Chromium, driven over its DevTools protocol: what a page logs, asks for and is refused is told.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

/// What a browser is called where it is installed.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// How long a page may take before the test gives up; nothing is measured by it.
const PATIENCE: Duration = Duration::from_secs(120);

/// A browser with one page.
pub struct Chromium {
    process: Child,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    session: String,
    last: u64,
    events: Vec<Value>,
    _profile: TempDir,
}

impl Chromium {
    /// Starts one; `None`, with a word about it, where none is installed. Where tests must be whole, one must be.
    pub fn start() -> Option<Self> {
        let profile = TempDir::new().expect("a folder for temporary files");
        let folder = format!("--user-data-dir={}", profile.path().display());
        // Frames of other hosts stay in the process of the page, so that what they complain of is told, too.
        let together = "--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes";
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-site-isolation-trials",
            together,
            "--remote-debugging-port=0",
            &folder,
            "about:blank",
        ];
        let spawned = NAMES.iter().find_map(|name| {
            Command::new(name)
                .args(arguments)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .ok()
        });
        let Some(mut process) = spawned else {
            assert!(std::env::var_os("CI").is_none(), "tests in a browser need Chromium: install `chromium`");
            eprintln!("no Chromium is installed: what needs one is skipped");
            return None;
        };
        let mut lines = BufReader::new(process.stderr.take().expect("a pipe")).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("DevTools listening on ").map(str::to_owned))
            .expect("Chromium says where it listens");
        // Whoever stops reading stops it.
        std::thread::spawn(move || lines.for_each(drop));
        let (socket, _) = tungstenite::connect(address).expect("the DevTools answer");
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE)).expect("a socket");
        }
        let mut browser =
            Self { process, socket, session: String::new(), last: 0, events: Vec::new(), _profile: profile };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }))["targetId"].clone();
        let attached = browser.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        browser.session = attached["sessionId"].as_str().expect("a session").to_owned();
        for domain in ["Page", "Runtime", "Network", "Log"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser.call("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
        Some(browser)
    }

    /// Calls a method of the protocol.
    pub fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": parameters });
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.socket.send(Message::text(message.to_string())).expect("the browser takes a message");
        loop {
            let told = self.read();
            if told["id"] == self.last {
                assert!(told["error"].is_null(), "{method}: {}", told["error"]);
                return told["result"].clone();
            }
            self.events.push(told);
        }
    }

    fn read(&mut self) -> Value {
        loop {
            if let Message::Text(text) = self.socket.read().expect("the browser tells something") {
                return serde_json::from_str(&text).expect("JSON");
            }
        }
    }

    /// Goes to a page and waits until it is loaded. What was told of the page before is forgotten.
    pub fn open(&mut self, address: &str) {
        self.events.clear();
        let went = self.call("Page.navigate", json!({ "url": address }));
        assert!(went["errorText"].is_null(), "{address}: {went}");
        self.wait("document.readyState === 'complete'");
    }

    /// What an expression comes to, promises awaited.
    pub fn value(&mut self, expression: &str) -> Value {
        let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.call("Runtime.evaluate", asked);
        assert!(answer["exceptionDetails"].is_null(), "{expression:.200}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Waits until an expression is true.
    pub fn wait(&mut self, expression: &str) {
        let until = Instant::now() + PATIENCE;
        while self.value(expression) != json!(true) {
            assert!(Instant::now() < until, "it never came to: {expression}; {:?}", self.complaints());
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// How wide the window is and what the reader's system prefers.
    pub fn see_as(&mut self, width: u32, dark: bool) {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500 });
        self.call("Emulation.setDeviceMetricsOverride", metrics);
        let scheme = json!({ "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } });
        self.call("Emulation.setEmulatedMedia", json!({ "features": [scheme] }));
    }

    /// What the page complained of: errors and warnings in its console, what its policy refused, what could not be loaded.
    pub fn complaints(&mut self) -> Vec<String> {
        let of = |event: &Value| {
            let told = &event["params"];
            match event["method"].as_str()? {
                "Runtime.consoleAPICalled" if ["error", "warning", "assert"].contains(&told["type"].as_str()?) => {
                    Some(told["args"].to_string())
                }
                "Runtime.exceptionThrown" => Some(told["exceptionDetails"].to_string()),
                "Log.entryAdded" if ["error", "warning"].contains(&told["entry"]["level"].as_str()?) => {
                    Some(format!("{} {}", told["entry"]["text"], told["entry"]["url"]))
                }
                "Network.loadingFailed" => Some(told.to_string()),
                _ => None,
            }
        };
        self.events.iter().filter_map(of).collect()
    }

    /// The addresses that the page asked for.
    pub fn asked(&self) -> Vec<String> {
        let sent = self.events.iter().filter(|event| event["method"] == "Network.requestWillBeSent");
        sent.filter_map(|event| event["params"]["request"]["url"].as_str().map(str::to_owned)).collect()
    }

    /// Keeps a picture of the whole page, where somebody wants to look at it: `EMBED_SCREENSHOTS` names the folder.
    pub fn picture(&mut self, name: &str) {
        let Some(folder) = std::env::var_os("EMBED_SCREENSHOTS") else { return };
        let asked = json!({ "captureBeyondViewport": true, "format": "png" });
        let picture = self.call("Page.captureScreenshot", asked)["data"].as_str().expect("a picture").to_owned();
        let bytes = data_encoding::BASE64.decode(picture.as_bytes()).expect("base64");
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), bytes).expect("a file is written");
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
