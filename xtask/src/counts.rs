//! How many tests passed and failed, read from the last words of each test runner.

use std::collections::BTreeSet;
use std::ops::AddAssign;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Counts {
    /// Adds up every summary found in a log of nextest, cargo test, node or Playwright.
    pub(crate) fn read(log: &str) -> Self {
        let mut total = Self::default();
        for line in log.lines().map(str::trim) {
            total += of_line(line);
        }
        total
    }
}

/// The tests that Playwright lists as flaky: they passed, but only at the second try.
pub(crate) fn second_tries(log: &str) -> impl Iterator<Item = &str> {
    let is_heading = |line: &&str| {
        line.strip_suffix(" flaky")
            .is_some_and(|n| n.parse::<u32>().is_ok())
    };
    let is_listed = |line: &&str| line.starts_with("specs/") || line.starts_with('[');
    log.lines()
        .map(str::trim)
        .skip_while(move |line| !is_heading(line))
        .skip(1)
        .take_while(is_listed)
}

/// What tests have to say although they passed, such as what this machine did not let them do; each once.
pub(crate) fn notes(log: &str) -> BTreeSet<&str> {
    log.lines()
        .filter_map(|line| line.strip_prefix("note: "))
        .collect()
}

fn of_line(line: &str) -> Counts {
    let mut counts = Counts::default();
    if line.starts_with("Summary [") || line.starts_with("test result:") {
        // nextest: `Summary [ 0.2s] 3 tests run: 2 passed (1 slow), 1 failed, 1 timed out`
        // cargo:   `test result: ok. 3 passed; 0 failed; 0 ignored; …`
        let words: Vec<&str> = line
            .split([' ', ';', ','])
            .filter(|w| !w.is_empty())
            .collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u32>() else {
                continue;
            };
            match pair[1] {
                "passed" => counts.passed += number,
                "failed" | "timed" => counts.failed += number,
                _ => {}
            }
        }
    } else if let Some(rest) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
        // node: `# pass 3`, `# fail 0`, `# cancelled 0`
        match rest.split_once(' ') {
            Some(("pass", number)) => counts.passed = number.parse().unwrap_or(0),
            Some(("fail" | "cancelled", number)) => counts.failed = number.parse().unwrap_or(0),
            _ => {}
        }
    } else if let Some((number, rest)) = line.split_once(' ') {
        // Playwright: `12 passed (5.1s)`, `1 failed`, `1 did not run`, `1 interrupted`
        let Ok(number) = number.parse::<u32>() else {
            return counts;
        };
        let verdict = rest.split_once(" (").map_or(rest, |(verdict, _)| verdict);
        match verdict {
            // What passes only at the second try fails by the runner's exit code, where second tries are not allowed.
            "passed" | "flaky" => counts.passed = number,
            "failed" | "interrupted" | "did not run" => counts.failed = number,
            _ => {}
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(log: &str, passed: u32, failed: u32) {
        assert_eq!(Counts::read(log), Counts { passed, failed });
    }

    #[test]
    fn each_runner_is_understood() {
        check(
            "     Summary [   0.24s] 4 tests run: 2 passed (1 slow), 1 failed, 1 timed out, 7 skipped",
            2,
            2,
        );
        check(
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\n\
             test result: FAILED. 1 passed; 2 failed; 0 ignored",
            4,
            2,
        );
        check("# tests 5\n# pass 4\n# fail 1\n# cancelled 0", 4, 1);
        check(
            "  1 failed\n    [chromium] › a.spec.js:3\n  12 passed (5.1s)",
            12,
            1,
        );
        check(
            "  1 flaky\n    [chromium] › a.spec.js:3\n  12 passed",
            13,
            0,
        );
    }

    #[test]
    fn what_needed_a_second_try_is_told() {
        let log =
            "  1 flaky\n    specs/windows.spec.js:108:1 › a second tab ───\n  52 passed (4.1m)\n";
        let told: Vec<&str> = second_tries(log).collect();
        assert_eq!(told, ["specs/windows.spec.js:108:1 › a second tab ───"]);
        assert_eq!(second_tries("  52 passed (4.1m)").count(), 0);
    }

    #[test]
    fn a_note_of_several_tests_is_told_once() {
        let log = "note: no line\n  -  1 specs/a.spec.js\nnote: no line\n  12 passed (5.1s)\n";
        assert_eq!(notes(log).into_iter().collect::<Vec<_>>(), ["no line"]);
    }

    #[test]
    fn other_lines_count_nothing() {
        check("3 passengers passed\ntest a ... ok\n9 files changed", 0, 0);
    }
}
