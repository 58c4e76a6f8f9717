//! The player's modules as one file. Over a slow line every further file costs a question and the first ones a connection
//! each; a dozen modules were a second of waiting.
//!
//! Reads what our own modules are written in and nothing more: imports and exports of one line, by name, from neighbours. A
//! test holds the player to that.

use std::collections::HashSet;
use std::fmt::Write as _;

/// The module `entry` and all that it imports, each once and after what it needs; `None` when one is not there.
pub(super) fn bundle(entry: &str, read: &impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut bundle = Bundle {
        read,
        taken: HashSet::new(),
        text: String::new(),
    };
    bundle.take(entry)?;
    Some(bundle.text)
}

struct Bundle<'a, R> {
    read: &'a R,
    taken: HashSet<String>,
    text: String,
}

impl<R: Fn(&str) -> Option<String>> Bundle<'_, R> {
    /// A module becomes a function of its own that is called once, so that its names stay its own.
    fn take(&mut self, module: &str) -> Option<()> {
        if !self.taken.insert(module.to_owned()) {
            return Some(());
        }
        let source = (self.read)(module)?;
        let mut body = String::new();
        let mut exports = Vec::new();
        let mut is_comment = false;
        for line in source.lines() {
            let text = line.trim_start();
            is_comment |= text.starts_with("/*");
            if is_comment || text.starts_with("//") {
                // They are a quarter of the file, and the modules themselves are there to be read.
                is_comment &= !text.ends_with("*/");
            } else if let Some((names, from)) = import(line) {
                self.take(from)?;
                writeln!(body, "const {names} = module_{from};").ok()?;
            } else if let Some((declaration, name)) = export(line) {
                exports.push(name);
                writeln!(body, "{declaration}").ok()?;
            } else {
                writeln!(body, "{line}").ok()?;
            }
        }
        let exports = exports.join(", ");
        writeln!(
            self.text,
            "const module_{module} = (() => {{\n{body}return {{ {exports} }};\n}})();"
        )
        .ok()
    }
}

/// `import { a, b } from './module.js';`
fn import(line: &str) -> Option<(&str, &str)> {
    let (names, from) = line.strip_prefix("import ")?.split_once(" from './")?;
    Some((names, from.strip_suffix(".js';")?))
}

/// `export function a(…`, `export async function a(…`, `export const A = …`: the line without its first word, and the name.
fn export(line: &str) -> Option<(&str, &str)> {
    let declaration = line.strip_prefix("export ")?;
    let words = declaration
        .strip_prefix("async ")
        .unwrap_or(declaration)
        .trim_start_matches("function ")
        .trim_start_matches("const ");
    Some((declaration, words.split([' ', '(']).next()?))
}

#[cfg(test)]
mod tests {
    use super::bundle;

    fn of(modules: &[(&str, &str)]) -> Option<String> {
        bundle("entry", &|name| {
            let (_, source) = modules.iter().find(|(known, _)| *known == name)?;
            Some((*source).to_owned())
        })
    }

    #[test]
    fn every_module_comes_once_and_after_what_it_needs() {
        let modules = [
            (
                "entry",
                "// Why.\nimport { a } from './one.js';\nimport { b, C } from './two.js';\na(b, C);\n",
            ),
            (
                "one",
                "import { C } from './two.js';\n/**\n * What.\n */\nexport function a(x) {\n  return x + C;\n}\n",
            ),
            (
                "two",
                "export async function b() {}\nexport const C = 3; // three\n",
            ),
        ];
        let expected = "\
const module_two = (() => {
async function b() {}
const C = 3; // three
return { b, C };
})();
const module_one = (() => {
const { C } = module_two;
function a(x) {
  return x + C;
}
return { a };
})();
const module_entry = (() => {
const { a } = module_one;
const { b, C } = module_two;
a(b, C);
return {  };
})();
";
        assert_eq!(of(&modules).unwrap(), expected);
    }

    #[test]
    fn a_module_that_is_not_there_makes_no_bundle() {
        assert_eq!(of(&[("entry", "import { a } from './lost.js';\n")]), None);
    }
}
