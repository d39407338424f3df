//! The page in a real browser, where one is installed: hovered, reached by keyboard, sorted, filtered, attacked.
//!
//! Headless Chromium is spoken to over its DevTools pipe, so nothing else has to be there.

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{ARTICLE, folder, run};

const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// A page in a browser of its own.
struct Page {
    process: Child,
    to: File,
    from: BufReader<File>,
    session: Option<String>,
    asked: u64,
    _home: TempDir,
}

impl Page {
    /// Opens the file; `None` where there is no browser.
    fn open(file: &Path) -> Option<Self> {
        let installed = |name: &&str| {
            let version = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
            version.is_ok_and(|status| status.success())
        };
        let browser = NAMES.into_iter().find(installed)?;
        let home = tempfile::tempdir().expect("a folder can be made");
        let [to, from] = ["to", "from"].map(|name| home.path().join(name));
        assert!(Command::new("mkfifo").args([&to, &from]).status().is_ok_and(|status| status.success()));
        let start = format!(
            "exec {browser} --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
             --window-size=1400,1000 --user-data-dir=profile --remote-debugging-pipe about:blank 3<to 4>from"
        );
        let mut command = Command::new("sh");
        command.args(["-c", &start]).current_dir(home.path()).stdin(Stdio::null());
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("there is a shell");
        let to = OpenOptions::new().write(true).open(to).expect("the pipe is there");
        let from = BufReader::new(File::open(from).expect("the pipe is there"));
        let mut page = Self { process, to, from, session: None, asked: 0, _home: home };
        let url = format!("file://{}", file.display());
        let target = page.ask("Target.createTarget", json!({ "url": url }))["targetId"].clone();
        let attached = page.ask("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        page.session = attached["sessionId"].as_str().map(str::to_owned);
        page.wait_for("document.documentElement?.classList.contains('live') === true");
        Some(page)
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let mut question = json!({ "id": self.asked, "method": method, "params": params });
        if let Some(session) = &self.session {
            question["sessionId"] = session.as_str().into();
        }
        self.to.write_all(format!("{question}\0").as_bytes()).expect("the browser listens");
        loop {
            let mut message = Vec::new();
            self.from.read_until(0, &mut message).expect("the browser answers");
            message.pop();
            let answer: Value = serde_json::from_slice(&message).expect("it answers in JSON");
            if answer["id"] == self.asked {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].clone();
            }
        }
    }

    /// The value of an expression on the page.
    fn value(&mut self, expression: &str) -> Value {
        let answer = self.ask("Runtime.evaluate", json!({ "expression": expression, "returnByValue": true }));
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    fn wait_for(&mut self, expression: &str) {
        let begun = Instant::now();
        while self.value(expression) != true {
            assert!(begun.elapsed() < Duration::from_secs(20), "never: {expression}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn hover(&mut self, selector: &str) {
        let place = self.value(&format!(
            "(() => {{ const node = document.querySelector({selector:?}); node.scrollIntoView({{ block: 'center', behavior: \
             'instant' }}); const box = node.getClientRects()[0]; return [box.x + 3, box.y + 3]; }})()"
        ));
        self.ask("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": place[0], "y": place[1] }));
    }

    fn press(&mut self, key: &str) {
        let code = if key == "Tab" { 9 } else { 27 };
        for kind in ["rawKeyDown", "keyUp"] {
            let event = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code });
            self.ask("Input.dispatchKeyEvent", event);
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Opens what `analyze` makes of these files.
fn page(files: &[(&str, &[u8])]) -> Option<(Page, TempDir)> {
    let folder = folder(files);
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    let made = run(folder.path(), &[&["--to", "html", "-o", "page.html"][..], &names].concat());
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    let opened = Page::open(&folder.path().join("page.html"));
    if opened.is_none() {
        // Written past the test runner, which keeps to itself what a passing test prints.
        let _ = writeln!(std::io::stderr(), "skipped, because none of {NAMES:?} is installed: the page in a browser");
    }
    Some((opened?, folder))
}

#[test]
fn facts_and_words_light_each_other_up() {
    let Some((mut page, _folder)) = page(&[("a.txt", ARTICLE.as_bytes())]) else { return };
    let lit = "[...document.querySelectorAll('.words .lit')].map(node => node.textContent).join(' ')";
    assert_eq!(page.value(lit), "");
    page.hover("[data-fact=d1] .summary");
    let words = page.value(lit);
    assert!(words.as_str().is_some_and(|words| words.contains("acquire") && words.contains("$2 billion")), "{words}");
    page.hover("mark.amount");
    assert_eq!(page.value("document.querySelector('[data-fact=d1]').classList.contains('lit')"), true);
    page.hover("h1");
    assert_eq!(page.value(lit), "");
    for _ in 0..40 {
        page.press("Tab");
        if page.value("document.activeElement.matches('[data-fact=d1]')") == true {
            break;
        }
    }
    assert_eq!(page.value("document.activeElement.dataset.fact"), "d1", "the keyboard reaches the deal");
    assert_ne!(page.value(lit), "");
    let described = "[...document.querySelectorAll('[aria-describedby]')].every(node => \
                     document.getElementById(node.getAttribute('aria-describedby')))";
    assert_eq!(page.value(described), true, "what words are for is told to those who do not see it");
}

#[test]
fn a_hostile_article_stays_text() {
    let hostile = "</script><script>document.title='HACKED'</script>\n\nArvel Inc. <img src=x onerror=\"document.title='HACKED'\"> \
                   will acquire <svg onload=document.title='HACKED'> Boreal SA for $2 billion.\n";
    let Some((mut page, _folder)) = page(&[("a.txt", hostile.as_bytes())]) else { return };
    assert_ne!(page.value("document.title"), "HACKED");
    assert_eq!(page.value("document.querySelectorAll('img, svg, iframe, link, object').length"), 0);
    assert_eq!(page.value("document.scripts.length"), 1);
    assert_eq!(page.value("document.querySelector('.words').textContent.includes('<img src=x')"), true);
    assert_eq!(page.value("performance.getEntriesByType('resource').length"), 0, "nothing is fetched");
    page.value(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))",
    );
    assert_eq!(page.value("window.ran ?? 0"), 0, "the page's policy admits no other script");
}

#[test]
fn several_articles_are_sorted_and_filtered() {
    let second = "Jorvik plc has bought Kestrel Oy for $3 million.\n";
    let files: [(&str, &[u8]); 3] =
        [("a.txt", ARTICLE.as_bytes()), ("b.txt", second.as_bytes()), ("c.txt", b"Nothing was bought on Sunday.\n")];
    let Some((mut page, _folder)) = page(&files) else { return };
    let shown = "[...document.querySelectorAll('#index tbody tr')].filter(row => !row.hidden).map(row => row.cells[4].textContent)";
    assert_eq!(page.value("document.querySelector('main').firstElementChild.id"), "index");
    assert_eq!(page.value(shown), json!(["2,000,000,000 USD", "3,000,000 USD", ""]));
    page.value("document.querySelectorAll('#index thead button')[4].click()");
    assert_eq!(page.value(shown), json!(["", "3,000,000 USD", "2,000,000,000 USD"]));
    page.value("document.getElementById('dealsonly').click()");
    assert_eq!(page.value(shown), json!(["3,000,000 USD", "2,000,000,000 USD"]));
    page.value(
        "const field = document.getElementById('filter'); field.value = 'kestrel JORVIK'; \
                field.dispatchEvent(new Event('input'))",
    );
    assert_eq!(page.value(shown), json!(["3,000,000 USD"]));
    assert_eq!(page.value("document.getElementById('shown').textContent"), "1 of 3 shown");
}

#[test]
fn the_page_is_light_dark_narrow_and_printed() {
    let Some((mut page, folder)) = page(&[("a.txt", ARTICLE.as_bytes())]) else { return };
    let paper = "getComputedStyle(document.body).backgroundColor";
    let media = |media: &str, scheme: &str| json!({ "media": media, "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    page.ask("Emulation.setEmulatedMedia", media("screen", "light"));
    let light = page.value(paper);
    page.ask("Emulation.setEmulatedMedia", media("screen", "dark"));
    assert_ne!(page.value(paper), light);
    page.ask("Emulation.setEmulatedMedia", media("print", "light"));
    assert_eq!(page.value(paper), "rgb(255, 255, 255)");
    assert_eq!(page.value("getComputedStyle(document.querySelector('.sides')).display"), "block");
    page.ask("Emulation.setEmulatedMedia", media("screen", "light"));
    let narrow = json!({ "width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    page.ask("Emulation.setDeviceMetricsOverride", narrow);
    assert_eq!(page.value("document.documentElement.scrollWidth <= 360"), true, "nothing runs out of the page");
    fs::remove_dir_all(folder.path()).expect("the page needs no other file");
}
