//! Prerequisites of SCORM 1.2 (CAM, `adlcp:prerequisites`, in `aicc_script`): a parser and an evaluator over the
//! statuses of items. Knows nothing of manifests or attempts.
//!
//! ```text
//! S34 & S36 | S38          both, or the third
//! ~(S34 & S35)             not both
//! S34 = "passed"           the status of an item, in full or by its first letter
//! S34 <> failed            any status but this
//! 2*{S34, S36, S37}        at least two of the set
//! ```
//!
//! `AND`, `OR` and `NOT` are read as the marks they mean.
//!
//! `&` binds closer than `|`, as in every language; `~` closer than both. An item by itself holds
//! when it is completed or passed. Identifiers may be quoted, which lets them hold any character.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The status of an item as prerequisites see it: `cmi.core.lesson_status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Passed,
    Completed,
    Browsed,
    Failed,
    #[default]
    NotAttempted,
    Incomplete,
}

impl Status {
    /// A word of the standard or its first letter, in any case.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "passed" | "p" => Some(Self::Passed),
            "completed" | "complete" | "c" => Some(Self::Completed),
            "browsed" | "b" => Some(Self::Browsed),
            "failed" | "f" => Some(Self::Failed),
            "not attempted" | "not_attempted" | "notattempted" | "n" => Some(Self::NotAttempted),
            "incomplete" | "i" => Some(Self::Incomplete),
            _ => None,
        }
    }

    /// Whether an item with this status counts as done.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Passed | Self::Completed)
    }
}

/// Why an expression could not be read; fit for the middle of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PrerequisiteError {
    #[error("it is empty")]
    Empty,
    #[error("it is longer than {limit} characters")]
    TooLong { limit: usize },
    #[error("its brackets nest deeper than {limit} levels")]
    TooDeep { limit: usize },
    #[error("a quotation mark is not closed")]
    OpenQuote,
    #[error("it ends where an item was expected")]
    EndsEarly,
    #[error("\"{found}\" stands where {wanted} was expected")]
    Unexpected { found: String, wanted: &'static str },
    #[error("\"{word}\" is not a status")]
    UnknownStatus { word: String },
}

/// SCORM 1.2 asks players to take 200 characters; this is far beyond any expression seen.
const MAX_CHARS: usize = 20_000;
const MAX_NESTING: usize = 50;

/// A prerequisite that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// The item is done.
    Done(String),
    Is {
        item: String,
        status: Status,
    },
    Not(Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
    AtLeast {
        count: usize,
        of: Vec<Self>,
    },
}

impl Expression {
    /// Reads an expression. Takes time linear in its length.
    pub fn parse(script: &str) -> Result<Self, PrerequisiteError> {
        if script.chars().count() > MAX_CHARS {
            return Err(PrerequisiteError::TooLong { limit: MAX_CHARS });
        }
        let mut tokens = tokenise(script)?;
        tokens.reverse();
        if tokens.is_empty() {
            return Err(PrerequisiteError::Empty);
        }
        let mut parser = Parser {
            rest: tokens,
            nesting: 0,
        };
        let expression = parser.any()?;
        match parser.rest.pop() {
            None => Ok(expression),
            Some(token) => Err(token.instead_of("&, | or the end")),
        }
    }

    /// Whether it holds. `status` answers for an identifier; an item it does not know counts as
    /// not attempted.
    pub fn holds(&self, status: &impl Fn(&str) -> Option<Status>) -> bool {
        let of = |item: &str| status(item).unwrap_or_default();
        match self {
            Self::Done(item) => of(item).is_done(),
            Self::Is {
                item,
                status: wanted,
            } => of(item) == *wanted,
            Self::Not(inner) => !inner.holds(status),
            Self::All(parts) => parts.iter().all(|part| part.holds(status)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(status)),
            Self::AtLeast { count, of } => {
                of.iter().filter(|part| part.holds(status)).count() >= *count
            }
        }
    }

    /// The items it speaks of, in order, each as often as it is named.
    pub fn identifiers(&self) -> Vec<&str> {
        match self {
            Self::Done(item) | Self::Is { item, .. } => vec![item],
            Self::Not(inner) => inner.identifiers(),
            Self::All(parts) | Self::Any(parts) | Self::AtLeast { of: parts, .. } => {
                parts.iter().flat_map(Self::identifiers).collect()
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Mark(&'static str),
}

impl Token {
    fn instead_of(self, wanted: &'static str) -> PrerequisiteError {
        let found = match self {
            Self::Word(word) => word,
            Self::Mark(mark) => mark.to_owned(),
        };
        PrerequisiteError::Unexpected { found, wanted }
    }
}

/// Two-character marks come first, so that `<>` is not read as something else.
const MARKS: [&str; 13] = [
    "<>", "!=", "==", "&", "|", "~", "!", "=", "(", ")", "{", "}", ",",
];

fn tokenise(script: &str) -> Result<Vec<Token>, PrerequisiteError> {
    let mut tokens = Vec::new();
    let mut rest = script.trim_start();
    while let Some(first) = rest.chars().next() {
        if let Some((mark, after)) = mark_at(rest) {
            tokens.push(Token::Mark(mark));
            rest = after;
        } else if matches!(first, '"' | '\'') {
            let inner = rest.strip_prefix(first).unwrap_or_default();
            let (word, after) = inner
                .split_once(first)
                .ok_or(PrerequisiteError::OpenQuote)?;
            tokens.push(Token::Word(word.trim().to_owned()));
            rest = after;
        } else if let Some(after) = rest.strip_prefix('*') {
            tokens.push(Token::Mark("*"));
            rest = after;
        } else {
            let ends = |c: char| c.is_whitespace() || "&|~!=<(){},*\"'".contains(c);
            // A lone `<` begins nothing, yet must be consumed for the loop to end.
            let length = rest
                .char_indices()
                .skip(1)
                .find(|(_, c)| ends(*c))
                .map_or(rest.len(), |(index, _)| index);
            let (word, after) = rest.split_at(length);
            tokens.push(Token::Word(word.to_owned()));
            rest = after;
        }
        rest = rest.trim_start();
    }
    Ok(tokens)
}

fn mark_at(text: &str) -> Option<(&'static str, &str)> {
    MARKS
        .iter()
        .find_map(|mark| Some((*mark, text.strip_prefix(mark)?)))
}

struct Parser {
    /// In reverse, the next token last.
    rest: Vec<Token>,
    nesting: usize,
}

impl Parser {
    fn any(&mut self) -> Result<Expression, PrerequisiteError> {
        let mut parts = vec![self.all()?];
        while self.take("|") || self.take_word("or") {
            parts.push(self.all()?);
        }
        Ok(single_or(parts, Expression::Any))
    }

    fn all(&mut self) -> Result<Expression, PrerequisiteError> {
        let mut parts = vec![self.unary()?];
        while self.take("&") || self.take_word("and") {
            parts.push(self.unary()?);
        }
        Ok(single_or(parts, Expression::All))
    }

    fn unary(&mut self) -> Result<Expression, PrerequisiteError> {
        let mut negated = false;
        while self.take("~") || self.take("!") || self.take_not() {
            negated = !negated;
        }
        let inner = self.primary()?;
        Ok(if negated {
            Expression::Not(Box::new(inner))
        } else {
            inner
        })
    }

    fn primary(&mut self) -> Result<Expression, PrerequisiteError> {
        let word = match self.rest.pop() {
            None => return Err(PrerequisiteError::EndsEarly),
            Some(Token::Mark("(")) => return self.nested(),
            Some(Token::Word(word)) => word,
            Some(mark) => return Err(mark.instead_of("an item")),
        };
        if self.take("*") {
            let Ok(count) = word.parse() else {
                return Err(Token::Word(word).instead_of("a number"));
            };
            return self.set(count);
        }
        if self.take("=") || self.take("==") {
            return Ok(Expression::Is {
                item: word,
                status: self.status()?,
            });
        }
        if self.take("<>") || self.take("!=") {
            let is = Expression::Is {
                item: word,
                status: self.status()?,
            };
            return Ok(Expression::Not(Box::new(is)));
        }
        Ok(Expression::Done(word))
    }

    fn nested(&mut self) -> Result<Expression, PrerequisiteError> {
        self.deeper()?;
        let inner = self.any()?;
        self.expect(")")?;
        self.nesting -= 1;
        Ok(inner)
    }

    fn set(&mut self, count: usize) -> Result<Expression, PrerequisiteError> {
        self.expect("{")?;
        self.deeper()?;
        let mut of = vec![self.any()?];
        while self.take(",") {
            of.push(self.any()?);
        }
        self.expect("}")?;
        self.nesting -= 1;
        Ok(Expression::AtLeast { count, of })
    }

    fn status(&mut self) -> Result<Status, PrerequisiteError> {
        match self.rest.pop() {
            None => Err(PrerequisiteError::EndsEarly),
            Some(Token::Word(word)) => {
                // Unquoted, `not attempted` is two words.
                let two_words = word.eq_ignore_ascii_case("not")
                    && matches!(self.rest.last(), Some(Token::Word(next)) if next.eq_ignore_ascii_case("attempted"));
                if two_words {
                    self.rest.pop();
                    return Ok(Status::NotAttempted);
                }
                Status::parse(&word).ok_or(PrerequisiteError::UnknownStatus { word })
            }
            Some(mark) => Err(mark.instead_of("a status")),
        }
    }

    fn deeper(&mut self) -> Result<(), PrerequisiteError> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            return Err(PrerequisiteError::TooDeep { limit: MAX_NESTING });
        }
        Ok(())
    }

    fn take(&mut self, mark: &'static str) -> bool {
        let found = self.rest.last() == Some(&Token::Mark(mark));
        if found {
            self.rest.pop();
        }
        found
    }

    /// Authors write `AND` and `OR` too. No identifier can stand where an operator does, so an
    /// item of such a name loses nothing.
    fn take_word(&mut self, operator: &str) -> bool {
        let found = matches!(
            self.rest.last(), Some(Token::Word(word)) if word.eq_ignore_ascii_case(operator)
        );
        if found {
            self.rest.pop();
        }
        found
    }

    /// `NOT` negates only what can be negated: an item or a bracket after it.
    fn take_not(&mut self) -> bool {
        let followed = matches!(
            self.rest.iter().nth_back(1),
            Some(Token::Word(_) | Token::Mark("("))
        );
        followed && self.take_word("not")
    }

    fn expect(&mut self, mark: &'static str) -> Result<(), PrerequisiteError> {
        match self.rest.pop() {
            Some(Token::Mark(found)) if found == mark => Ok(()),
            Some(token) => Err(token.instead_of(mark)),
            None => Err(PrerequisiteError::EndsEarly),
        }
    }
}

fn single_or(
    mut parts: Vec<Expression>,
    many: impl FnOnce(Vec<Expression>) -> Expression,
) -> Expression {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            many(parts)
        }
        None => many(parts),
    }
}
