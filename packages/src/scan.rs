//! A bounded look into texts for what decides whether a package works and how it reports. It
//! searches for words and never parses or runs anything. Knows nothing of sentences.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::mime;
use crate::path::PackagePath;

/// Something a text was seen to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    Unload,
    BeforeUnload,
    SyncRequest,
    ServiceWorker,
    Flash,
    Api12,
    Api2004,
    LessonStatus12,
    ScoreRaw12,
    CompletionStatus2004,
    SuccessStatus2004,
    ScoreScaled2004,
    RusticiDriver,
    Storyline,
    Captivate,
    ISpring,
    Exe,
    Xerte,
    Lectora,
    H5p,
    Camtasia,
    ActivePresenter,
    Easygenerator,
    Genially,
}

/// What a word means where it is found.
#[derive(Debug, Clone, Copy)]
enum Meaning {
    Mark(Mark),
    /// `.open(`: a request, synchronous if its third argument is false.
    RequestOpened,
    /// The start of an address with a host.
    Address,
}

use Meaning::{Address, RequestOpened};

const WORDS: &[(&str, Meaning)] = &[
    ("onunload", Meaning::Mark(Mark::Unload)),
    ("\"unload\"", Meaning::Mark(Mark::Unload)),
    ("'unload'", Meaning::Mark(Mark::Unload)),
    ("onbeforeunload", Meaning::Mark(Mark::BeforeUnload)),
    ("\"beforeunload\"", Meaning::Mark(Mark::BeforeUnload)),
    ("'beforeunload'", Meaning::Mark(Mark::BeforeUnload)),
    ("async:false", Meaning::Mark(Mark::SyncRequest)),
    ("async: false", Meaning::Mark(Mark::SyncRequest)),
    ("async:!1", Meaning::Mark(Mark::SyncRequest)),
    (".open(", RequestOpened),
    ("serviceWorker.register", Meaning::Mark(Mark::ServiceWorker)),
    ("swfobject.embed", Meaning::Mark(Mark::Flash)),
    ("application/x-shockwave-flash", Meaning::Mark(Mark::Flash)),
    ("LMSInitialize", Meaning::Mark(Mark::Api12)),
    ("API_1484_11", Meaning::Mark(Mark::Api2004)),
    (
        "cmi.core.lesson_status",
        Meaning::Mark(Mark::LessonStatus12),
    ),
    ("cmi.core.score.raw", Meaning::Mark(Mark::ScoreRaw12)),
    (
        "cmi.completion_status",
        Meaning::Mark(Mark::CompletionStatus2004),
    ),
    ("cmi.success_status", Meaning::Mark(Mark::SuccessStatus2004)),
    ("cmi.score.scaled", Meaning::Mark(Mark::ScoreScaled2004)),
    ("http://", Address),
    ("https://", Address),
    ("src=\"//", Address),
    ("Rustici Software", Meaning::Mark(Mark::RusticiDriver)),
    ("Articulate Storyline", Meaning::Mark(Mark::Storyline)),
    ("Adobe Captivate", Meaning::Mark(Mark::Captivate)),
    ("iSpring", Meaning::Mark(Mark::ISpring)),
    ("eXeLearning", Meaning::Mark(Mark::Exe)),
    ("Xerte", Meaning::Mark(Mark::Xerte)),
    ("trivantis", Meaning::Mark(Mark::Lectora)),
    ("Trivantis", Meaning::Mark(Mark::Lectora)),
    ("H5PIntegration", Meaning::Mark(Mark::H5p)),
    ("TechSmith", Meaning::Mark(Mark::Camtasia)),
    ("ActivePresenter", Meaning::Mark(Mark::ActivePresenter)),
    ("easygenerator", Meaning::Mark(Mark::Easygenerator)),
    ("genially", Meaning::Mark(Mark::Genially)),
];

/// Hosts that name a vocabulary or credit an author; no browser loads anything from them.
const NEVER_LOADED: &[&str] = &[
    "w3.org",
    "purl.org",
    "adlnet.org",
    "adlnet.gov",
    "imsglobal.org",
    "imsproject.org",
    "ns.adobe.com",
    "schemas.microsoft.com",
    "schemas.xmlsoap.org",
    "xmlns.com",
    "ltsc.ieee.org",
    "opensource.org",
    "gnu.org",
    "mozilla.org",
    "github.com",
    "jquery.com",
    "jquery.org",
    "jqueryui.com",
    "sizzlejs.com",
    "modernizr.com",
    "getbootstrap.com",
    "underscorejs.org",
    "backbonejs.org",
    "handlebarsjs.com",
    "requirejs.org",
    "npms.io",
    "npmjs.com",
    "reactjs.org",
    "fb.me",
    "stackoverflow.com",
    "wikipedia.org",
    "example.com",
    "example.org",
    "localhost",
    "creativecommons.org",
    "apache.org",
    "scripts.sil.org",
    "feross.org",
    "angularjs.org",
];

const MOST_HOSTS: usize = 200;
const SCANNED_BYTES: usize = 1 << 20;

/// What one file was seen to use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Traces {
    marks: u32,
}

impl Traces {
    pub(crate) fn has(self, mark: Mark) -> bool {
        self.marks & (1 << mark as u32) != 0
    }

    fn add(&mut self, mark: Mark) {
        self.marks |= 1 << mark as u32;
    }
}

/// Other sites that a package mentions; bounded, however many a hostile one lists.
#[derive(Debug, Default)]
pub(crate) struct Hosts {
    /// A page or a style sheet loads something from these.
    pub(crate) loaded: BTreeSet<String>,
    /// These are named anywhere else.
    pub(crate) named: BTreeSet<String>,
}

/// The search, prepared once per import and shared by threads; gathers hosts on the way.
#[derive(Debug)]
pub(crate) struct Scanner {
    words: Option<AhoCorasick>,
    hosts: Mutex<Hosts>,
}

impl Scanner {
    pub(crate) fn new() -> Self {
        let words = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(WORDS.iter().map(|(word, _)| word));
        Self {
            words: words.ok(),
            hosts: Mutex::default(),
        }
    }

    /// The hosts seen in all files.
    pub(crate) fn into_hosts(self) -> Hosts {
        self.hosts
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks into pages and scripts; other files leave no traces.
    pub(crate) fn scan(&self, path: &PackagePath, content: &[u8]) -> Traces {
        let mut traces = Traces::default();
        let mime = mime::of(path.file_name());
        if !matches!(
            mime,
            "text/html" | "text/javascript" | "application/xhtml+xml" | "text/css"
        ) {
            return traces;
        }
        let text = content.get(..SCANNED_BYTES).unwrap_or(content);
        let Some(words) = &self.words else {
            return traces;
        };
        for found in words.find_iter(text) {
            let after = text.get(found.end()..).unwrap_or_default();
            match WORDS
                .get(found.pattern().as_usize())
                .map(|(_, meaning)| *meaning)
            {
                Some(Meaning::Mark(mark)) => traces.add(mark),
                Some(RequestOpened) if is_synchronous(after) => traces.add(Mark::SyncRequest),
                Some(Address) => {
                    let before = text.get(..found.start()).unwrap_or_default();
                    self.note_host(before, after);
                }
                _ => {}
            }
        }
        traces
    }

    fn note_host(&self, before: &[u8], after: &[u8]) {
        let Some(host) = host(after) else { return };
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        let hosts = if is_loaded(before) {
            &mut hosts.loaded
        } else {
            &mut hosts.named
        };
        if hosts.len() < MOST_HOSTS {
            hosts.insert(host);
        }
    }
}

/// Whether the arguments that follow end in `, false)` or a minifier's `,!1)`.
fn is_synchronous(arguments: &[u8]) -> bool {
    let arguments = arguments.get(..200).unwrap_or(arguments);
    let text = String::from_utf8_lossy(arguments);
    let Some((inside, _)) = text.split_once([';', '\n', '}']) else {
        return false;
    };
    let inside = inside.trim_end().trim_end_matches(')').trim_end();
    inside
        .rsplit_once(',')
        .is_some_and(|(_, last)| matches!(last.trim(), "false" | "!1"))
}

/// Whether the address that follows is loaded with the page: it stands in a tag that loads, or in a
/// style sheet's `url(…)` or `@import`.
fn is_loaded(before: &[u8]) -> bool {
    const TAGS: [&str; 9] = [
        "script", "img", "iframe", "frame", "link", "video", "audio", "source", "embed",
    ];
    let before = before
        .get(before.len().saturating_sub(300)..)
        .unwrap_or(before);
    let before = String::from_utf8_lossy(before).to_ascii_lowercase();
    let bare = before.trim_end_matches(['"', '\'']).trim_end();
    if bare.ends_with("url(") || bare.ends_with("@import") {
        return true;
    }
    let tag = before
        .rsplit_once('<')
        .map(|(_, tag)| tag)
        .unwrap_or_default();
    !tag.contains('>') && TAGS.iter().any(|name| tag.starts_with(name))
}

/// The host at the start of `text`, unless it only names a vocabulary or an author.
fn host(text: &[u8]) -> Option<String> {
    let is_host = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let host: Vec<u8> = text.iter().copied().take(254).take_while(is_host).collect();
    let host = String::from_utf8(host).ok()?.to_ascii_lowercase();
    // Prose ends its sentences after an address.
    let host = host.trim_end_matches(['.', '-']).to_owned();
    let real = host.len() <= 253 && host.contains('.') && host.starts_with(|c: char| c != '.');
    let only_named = |known: &&str| {
        host == **known
            || host
                .strip_suffix(*known)
                .is_some_and(|rest| rest.ends_with('.'))
    };
    (real && !NEVER_LOADED.iter().any(only_named)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn scan(name: &str, text: &str) -> Traces {
        scan_all(name, text).0
    }

    fn scan_all(name: &str, text: &str) -> (Traces, Hosts) {
        let path = PackagePath::parse(name, &Limits::default()).unwrap();
        let scanner = Scanner::new();
        (scanner.scan(&path, text.as_bytes()), scanner.into_hosts())
    }

    #[test]
    fn unload_handlers_are_told_from_beforeunload_handlers() {
        assert!(scan("a.html", "<body onunload=\"f()\">").has(Mark::Unload));
        let before = scan("a.js", "addEventListener('beforeunload', f)");
        assert!(before.has(Mark::BeforeUnload) && !before.has(Mark::Unload));
    }

    #[test]
    fn synchronous_requests_are_found_and_asynchronous_ones_are_not() {
        for text in [
            "x.open('GET', u, false);",
            "x.open(\"GET\",u,!1);",
            "$.ajax({async:false})",
        ] {
            assert!(scan("a.js", text).has(Mark::SyncRequest), "{text}");
        }
        for text in [
            "x.open('GET', u, true);",
            "window.open(u);",
            "x.open('GET', u);",
        ] {
            assert!(!scan("a.js", text).has(Mark::SyncRequest), "{text}");
        }
    }

    #[test]
    fn hosts_that_are_loaded_are_told_from_names() {
        let text = "<svg xmlns='http://www.w3.org/2000/svg'><img src='https://cdn.Example.net/x.js'> \
                    <a href='https://help.test.int/'>See http://help.test.int. \
                    <script src=\"//fonts.test.int/x\">";
        let list = |hosts: &BTreeSet<String>| hosts.iter().cloned().collect::<Vec<_>>().join(" ");
        let (_, hosts) = scan_all("a.html", text);
        assert_eq!(list(&hosts.loaded), "cdn.example.net fonts.test.int");
        assert_eq!(list(&hosts.named), "help.test.int");
        let (_, hosts) = scan_all("a.css", "a{background:url(\"https://img.test.int/a.png\")}");
        assert_eq!(list(&hosts.loaded), "img.test.int");
    }

    #[test]
    fn no_more_hosts_are_kept_than_a_report_can_use() {
        let text: Vec<String> = (0..1000)
            .map(|n| format!("'http://h{n}.test.int/'"))
            .collect();
        assert_eq!(scan_all("a.js", &text.join(" ")).1.named.len(), MOST_HOSTS);
    }

    #[test]
    fn media_are_not_looked_into() {
        assert_eq!(scan("a.png", "onunload"), Traces::default());
    }
}
