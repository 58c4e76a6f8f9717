//! Text to a small tree of elements: forgiving about namespaces, entities and quotes, strict
//! about what cannot be guessed (which element closes where). Knows nothing of SCORM but the
//! names of its namespaces.

use quick_xml::errors::{Error, IllFormedError};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::problem::{ProblemKind, Problems, Refusal};
use super::text::is_forbidden;

/// Nesting deeper than any real manifest; keeps every recursion in this module shallow.
pub(super) const MAX_DEPTH: usize = 100;
/// Elements and attributes together: more than the largest package needs for its files, few
/// enough to hold in memory.
const MAX_NODES: usize = 500_000;
/// Stretches of text and references between the markup: one or two an element in honest files.
const MAX_TEXTS: usize = 1_500_000;
/// Namespace bindings looked at; what lies beyond falls back to the prefix.
const MAX_BINDINGS: usize = 256;
/// Longer than any launch address or title; launch data are element text, not attributes.
const MAX_ATTRIBUTE_BYTES: usize = 64 * 1024;

/// Which vocabulary a name belongs to. Real manifests bind wrong URIs or none at all, so the
/// prefix decides where the URI does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Space {
    Sequencing,
    AdlSequencing,
    Other,
}

impl Space {
    fn of_prefix(prefix: &str) -> Self {
        match prefix.to_ascii_lowercase().as_str() {
            "imsss" => Self::Sequencing,
            "adlseq" => Self::AdlSequencing,
            _ => Self::Other,
        }
    }

    fn of_uri(uri: &str) -> Option<Self> {
        let uri = uri.to_ascii_lowercase();
        if uri.contains("imsss") {
            return Some(Self::Sequencing);
        }
        uri.contains("adlseq").then_some(Self::AdlSequencing)
    }
}

#[derive(Debug)]
pub(super) struct Attribute {
    /// As written, with its prefix.
    pub(super) name: String,
    pub(super) value: String,
}

impl Attribute {
    pub(super) fn local_name(&self) -> &str {
        local(&self.name)
    }
}

#[derive(Debug)]
pub(super) struct Element {
    /// As written, with its prefix.
    pub(super) name: String,
    pub(super) space: Space,
    pub(super) attributes: Vec<Attribute>,
    pub(super) children: Vec<Self>,
    pub(super) text: String,
}

impl Element {
    pub(super) fn local_name(&self) -> &str {
        local(&self.name)
    }

    /// Names differ in case between editions and tools (`scormtype`, `scormType`).
    pub(super) fn is(&self, name: &str) -> bool {
        self.local_name().eq_ignore_ascii_case(name)
    }

    /// The attribute of this local name, whatever its prefix; `xml:` and `xmlns:` stand apart.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .filter(|attribute| !is_reserved(&attribute.name))
            .find(|attribute| attribute.local_name().eq_ignore_ascii_case(name))
            .map(|attribute| attribute.value.as_str())
    }

    pub(super) fn xml_base(&self) -> Option<&str> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name.eq_ignore_ascii_case("xml:base"))
            .map(|attribute| attribute.value.trim())
            .filter(|base| !base.is_empty())
    }

    /// The URIs this element binds to prefixes or to the default namespace.
    pub(super) fn namespaces(&self) -> impl Iterator<Item = &str> {
        self.attributes
            .iter()
            .filter(|attribute| attribute.name == "xmlns" || attribute.name.starts_with("xmlns:"))
            .map(|attribute| attribute.value.as_str())
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.is(name))
    }

    pub(super) fn first(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.is(name))
    }

    /// The text of a child, trimmed; `None` when absent or blank.
    pub(super) fn child_text(&self, name: &str) -> Option<&str> {
        self.first(name).and_then(Self::trimmed)
    }

    pub(super) fn trimmed(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }

    /// This element and all below it.
    pub(super) fn descendants(&self) -> impl Iterator<Item = &Self> {
        let mut stack = vec![self];
        std::iter::from_fn(move || {
            let next = stack.pop()?;
            stack.extend(next.children.iter().rev());
            Some(next)
        })
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn is_reserved(name: &str) -> bool {
    name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xml:")
}

/// Parses a document up to the end of its root element; what follows does no harm.
pub(super) fn parse(text: &str, problems: &mut Problems) -> Result<Element, Refusal> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    let mut builder = Builder::default();
    loop {
        let event = reader.read_event().map_err(|error| {
            let line = line_at(text, reader.error_position());
            malformed(&error, line)
        })?;
        match event {
            Event::Start(start) => builder.open(&start, problems)?,
            Event::Empty(start) => {
                builder.open(&start, problems)?;
                builder.close();
            }
            Event::End(_) => builder.close(),
            Event::Text(content) => builder.text(&content)?,
            Event::CData(content) => builder.text(&content)?,
            Event::GeneralRef(reference) => builder.reference(&reference, problems)?,
            Event::DocType(declaration) => doctype(&declaration, problems)?,
            Event::Eof => return Err(builder.unfinished(text)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        if let Some(root) = builder.root.take() {
            return Ok(root);
        }
    }
}

/// Entities that the document itself declares have no honest use in a manifest; they are how
/// expansion bombs and file disclosure begin.
fn doctype(declaration: &str, problems: &mut Problems) -> Result<(), Refusal> {
    if declaration.contains("<!ENTITY") {
        return Err(Refusal::EntityDeclarations);
    }
    problems.push(ProblemKind::DoctypeIgnored);
    Ok(())
}

#[derive(Default)]
struct Builder {
    open: Vec<Element>,
    /// Prefix bindings in force, each with the depth that made it.
    bindings: Vec<(usize, String, Option<Space>)>,
    nodes: usize,
    texts: usize,
    root: Option<Element>,
}

impl Builder {
    fn open(&mut self, start: &BytesStart<'_>, problems: &mut Problems) -> Result<(), Refusal> {
        self.count_node()?;
        if self.open.len() >= MAX_DEPTH {
            return Err(Refusal::TooDeep { limit: MAX_DEPTH });
        }
        let name = start.name().into_inner().to_owned();
        let mut attributes = Vec::new();
        for attribute in start.html_attributes().with_checks(false) {
            self.count_node()?;
            let Ok(attribute) = attribute else {
                problems.push(ProblemKind::AttributeUnreadable {
                    element: name.clone(),
                });
                continue;
            };
            let attribute_name = attribute.key.into_inner().to_owned();
            if attribute.value.len() > MAX_ATTRIBUTE_BYTES {
                return Err(Refusal::AttributeTooLong {
                    element: name,
                    attribute: attribute_name,
                    limit: MAX_ATTRIBUTE_BYTES,
                });
            }
            attributes.push(Attribute {
                name: attribute_name,
                value: unescape(&attribute.value),
            });
        }
        self.bind(&attributes);
        let space = self.space_of(&name);
        self.open.push(Element {
            name,
            space,
            attributes,
            children: Vec::new(),
            text: String::new(),
        });
        Ok(())
    }

    fn count_node(&mut self) -> Result<(), Refusal> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(Refusal::TooManyElements { limit: MAX_NODES });
        }
        Ok(())
    }

    fn bind(&mut self, attributes: &[Attribute]) {
        let depth = self.open.len();
        for attribute in attributes {
            let prefix = match attribute.name.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) => match rest.strip_prefix(':') {
                    Some(prefix) => prefix,
                    None => continue,
                },
                None => continue,
            };
            if self.bindings.len() >= MAX_BINDINGS {
                return;
            }
            self.bindings
                .push((depth, prefix.to_owned(), Space::of_uri(&attribute.value)));
        }
    }

    fn space_of(&self, name: &str) -> Space {
        let prefix = name.rsplit_once(':').map_or("", |(prefix, _)| prefix);
        let bound = self
            .bindings
            .iter()
            .rev()
            .find(|(_, bound, _)| bound == prefix);
        bound
            .and_then(|(_, _, space)| *space)
            .unwrap_or_else(|| Space::of_prefix(prefix))
    }

    fn close(&mut self) {
        let Some(element) = self.open.pop() else {
            return;
        };
        let depth = self.open.len();
        while self
            .bindings
            .last()
            .is_some_and(|(bound_at, _, _)| *bound_at >= depth)
        {
            self.bindings.pop();
        }
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    fn text(&mut self, content: &str) -> Result<(), Refusal> {
        self.texts += 1;
        if self.texts > MAX_TEXTS {
            return Err(Refusal::TooManyElements { limit: MAX_TEXTS });
        }
        if let Some(element) = self.open.last_mut() {
            element.text.push_str(content);
        }
        Ok(())
    }

    fn reference(&mut self, name: &str, problems: &mut Problems) -> Result<(), Refusal> {
        if let Some(resolved) = resolve(name) {
            return self.text(&resolved);
        }
        problems.push(ProblemKind::UnknownEntity {
            name: name.to_owned(),
        });
        self.text(&format!("&{name};"))
    }

    fn unfinished(&self, text: &str) -> Refusal {
        match self.open.last() {
            Some(element) => Refusal::Truncated {
                element: element.name.clone(),
            },
            None if text.trim().is_empty() => Refusal::Empty,
            None => Refusal::NotXml,
        }
    }
}

/// Resolves `&amp;` and its kin wherever they are well formed and leaves every other `&` alone:
/// `href="a.html?x=1&y=2"` is common and its meaning is plain.
fn unescape(raw: &str) -> String {
    let mut value = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        value.push_str(before);
        let resolved = after
            .split_once(';')
            .filter(|(name, _)| name.len() <= 10)
            .and_then(|(name, tail)| Some((resolve(name)?, tail)));
        if let Some((resolved, tail)) = resolved {
            value.push_str(&resolved);
            rest = tail;
        } else {
            value.push('&');
            rest = after;
        }
    }
    value.push_str(rest);
    // XML 1.0 section 3.3.3: white space in an attribute is a space.
    value.replace(['\t', '\n', '\r'], " ")
}

fn resolve(name: &str) -> Option<String> {
    if let Some(text) = resolve_predefined_entity(name) {
        return Some(text.to_owned());
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
        .filter(|c| !is_forbidden(*c))
        .map(String::from)
}

fn malformed(error: &Error, line: usize) -> Refusal {
    match error {
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            Refusal::MismatchedTag {
                line,
                expected: expected.clone(),
                found: found.clone(),
            }
        }
        other => Refusal::Malformed {
            line,
            reason: other.to_string(),
        },
    }
}

fn line_at(text: &str, position: u64) -> usize {
    let before = usize::try_from(position).unwrap_or(usize::MAX);
    1 + text
        .bytes()
        .take(before)
        .filter(|byte| *byte == b'\n')
        .count()
}
