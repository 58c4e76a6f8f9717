//! One case: its launches in order, what is looked at and done in each.

use std::fs;
use std::path::Path;

use scorm::manifest::LmsControl;
use scorm::navigation::Request;
use serde_json::Value;

use crate::host::{Host, Unload};
use crate::steps::{play, text};

/// The cases of a suite, in order.
pub(crate) fn names(suite: &Path) -> Vec<String> {
    let entries = fs::read_dir(suite.join("cases")).expect("a folder of cases");
    let files = entries.map(|entry| entry.expect("a file").path());
    let stems = files.filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned()));
    let mut names: Vec<String> = stems.collect();
    names.sort_unstable();
    names
}

/// Replays a case; what went otherwise than expected.
pub(crate) fn replay(suite: &Path, name: &str) -> Vec<String> {
    let mut host = Host::default();
    let case = read(suite, name);
    for prior in list(&case, "requires_prior") {
        let prior = read(suite, prior.as_str().unwrap_or_default());
        Replay::new(suite, &prior, &mut host).run();
        host.leave();
        host.take_news();
    }
    Replay::new(suite, &case, &mut host).run()
}

fn read(suite: &Path, name: &str) -> Value {
    let file = suite.join("cases").join(format!("{name}.json"));
    let case = fs::read_to_string(file).expect("a case");
    serde_json::from_str(&case).expect("a case is JSON")
}

fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value[field]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// A launch other than expected; the rest of a case has no meaning then.
struct WrongLaunch(String);

struct Replay<'a> {
    case: &'a Value,
    host: &'a mut Host,
    problems: Vec<String>,
}

impl<'a> Replay<'a> {
    fn new(suite: &Path, case: &'a Value, host: &'a mut Host) -> Self {
        for package in list(case, "packages").iter().filter_map(Value::as_str) {
            let file = suite.join("packages").join(package).join("imsmanifest.xml");
            host.import(package, &fs::read(file).expect("a manifest"));
        }
        Self {
            case,
            host,
            problems: Vec::new(),
        }
    }

    fn run(mut self) -> Vec<String> {
        let start = &self.case["start"];
        self.host.launch(text(start, "package"));
        if let Some(title) = start["choose"].as_str() {
            self.host.take_news();
            self.choose(title);
        }
        let launches = list(self.case, "launches");
        for (n, launch) in launches.iter().enumerate() {
            let is_last = n + 1 == launches.len();
            if let Err(WrongLaunch(problem)) = self.visit(launch, is_last) {
                self.problems
                    .push(format!("{}[{n}]: {problem}", text(launch, "key")));
                return self.problems;
            }
        }
        if let Some(extra) = self.host.take_news() {
            self.problems
                .push(format!("at the end {extra} was launched as well"));
        }
        self.problems
    }

    fn visit(&mut self, launch: &Value, is_last: bool) -> Result<(), WrongLaunch> {
        let found = self.host.take_news();
        let item = text(launch, "item");
        if found.as_deref() != Some(item) {
            let said = self.host.said();
            let problem = format!("expected {item}, but {found:?} was launched: {said}");
            return Err(WrongLaunch(problem));
        }
        self.play(launch, item);
        let then = &launch["then"];
        let must_be_over = text(then, "kind") == "relaunch"
            || (is_last
                && text(then, "kind") == "end"
                && !then["content_navigation_first"].is_null());
        if must_be_over {
            self.nothing_launched()?;
        }
        for action in list(then, "actions") {
            self.act(action, launch)?;
        }
        Ok(())
    }

    fn play(&mut self, launch: &Value, item: &str) {
        let behavior = text(launch, "sco_behavior");
        let on_unload = match behavior {
            "terminate_on_unload" => Some(Unload(None)),
            "exit_all_on_unload" => Some(Unload(Some("exitAll"))),
            "suspend_all_on_unload" => Some(Unload(Some("suspendAll"))),
            "choice_activity_4_on_unload" => Some(Unload(Some("{target=activity_4}choice"))),
            _ => None,
        };
        self.host.load(item, on_unload);
        for check in list(launch, "ui_checks") {
            self.inspect(check, launch);
        }
        let mut problems = Vec::new();
        if let Some(session) = self.host.session() {
            problems.extend(
                list(launch, "steps")
                    .iter()
                    .filter_map(|step| play(session, step)),
            );
        }
        let key = text(launch, "key");
        self.problems
            .extend(problems.iter().map(|it| format!("{key}: {it}")));
        if behavior != "asset" && on_unload.is_none() {
            self.host.terminate();
        }
        if behavior == "sx09_exitall" && !self.host.is_delivering() {
            self.problems
                .push(format!("{key}: taken away though nothing asked for that"));
        }
        if behavior == "sx09_exit" && self.host.is_delivering() {
            self.problems
                .push(format!("{key}: not taken away after its exit"));
        }
    }

    fn inspect(&mut self, check: &Value, launch: &Value) {
        let control = text(check, "control");
        let state = text(check, "state");
        let answer = match control {
            "continue" => self.host.is_enabled(LmsControl::Continue) == (state == "enabled"),
            "previous" => self.host.is_enabled(LmsControl::Previous) == (state == "enabled"),
            "toc" => self
                .host
                .toc()
                .iter()
                .any(|line| line.visible && line.enabled),
            "toc_item" => {
                let wanted = self.item(text(check, "target"));
                let toc = self.host.toc();
                let line = toc.iter().find(|line| line.id == wanted);
                line.is_some_and(|it| it.visible && (state == "visible" || it.enabled))
            }
            _ => return,
        };
        if answer != (text(check, "answer") == "Y") {
            let key = text(launch, "key");
            let target = text(check, "target");
            self.problems
                .push(format!("{key}: {control} {target} is {state}: {answer}"));
        }
    }

    fn act(&mut self, action: &Value, launch: &Value) -> Result<(), WrongLaunch> {
        match text(action, "do") {
            "click" => {
                let request = match text(action, "control") {
                    "continue" => Request::Continue,
                    "previous" => Request::Previous,
                    "exit_all" => Request::ExitAll,
                    "suspend_all" => Request::SuspendAll,
                    other => panic!("unknown control {other}"),
                };
                self.host.ask(&request);
            }
            "choose" => self.choose(text(action, "target")),
            "leave" => self.host.leave(),
            "relaunch" => {
                self.host.leave();
                self.nothing_launched()?;
                self.host.launch(text(launch, "package"));
            }
            "launch" => {
                self.host.leave();
                self.host.launch(text(action, "package"));
            }
            "expect_session_ended" => {
                self.nothing_launched()?;
                if self.case["ask_session_ended"] == Value::Bool(true) && self.host.is_open() {
                    let key = text(launch, "key");
                    self.problems
                        .push(format!("{key}: the session has not ended"));
                }
            }
            other => panic!("unknown action {other}"),
        }
        Ok(())
    }

    fn choose(&mut self, title: &str) {
        let item = self.item(title);
        self.host.ask(&Request::Choice(item));
    }

    fn item(&self, title: &str) -> String {
        let toc = self.host.toc();
        let is_root = title.starts_with("the activity that corresponds to the root");
        let line = if is_root {
            toc.first()
        } else {
            toc.iter().find(|line| line.title == title)
        };
        line.map(|line| line.id.clone()).unwrap_or_default()
    }

    fn nothing_launched(&mut self) -> Result<(), WrongLaunch> {
        match self.host.take_news() {
            Some(extra) => Err(WrongLaunch(format!("{extra} was launched unexpectedly"))),
            None => Ok(()),
        }
    }
}
