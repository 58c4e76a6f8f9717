//! Values bound to a statement. Owns the five types that SQLite and PostgreSQL agree on.

/// One bound value. The `Option` sits inside so that a null keeps its type, which PostgreSQL needs.
#[derive(Debug, Clone)]
pub enum Value {
    Int(Option<i64>),
    Float(Option<f64>),
    Bool(Option<bool>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

impl Value {
    /// The null of the same type.
    #[must_use]
    pub fn null(&self) -> Self {
        match self {
            Self::Int(_) => Self::Int(None),
            Self::Float(_) => Self::Float(None),
            Self::Bool(_) => Self::Bool(None),
            Self::Text(_) => Self::Text(None),
            Self::Bytes(_) => Self::Bytes(None),
        }
    }
}

macro_rules! value_from {
    ($($from:ty => $variant:ident via $convert:expr;)*) => {$(
        impl From<$from> for Value {
            fn from(value: $from) -> Self {
                Self::$variant(Some($convert(value)))
            }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self {
                Self::$variant(value.map($convert))
            }
        }
    )*};
}

value_from! {
    i64 => Int via std::convert::identity;
    i32 => Int via i64::from;
    u32 => Int via i64::from;
    f64 => Float via std::convert::identity;
    bool => Bool via std::convert::identity;
    String => Text via std::convert::identity;
    &str => Text via str::to_owned;
    &String => Text via String::clone;
    Vec<u8> => Bytes via std::convert::identity;
}

/// Binds a list of values: `args![id, "published", now]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Value::from($value)),*] };
}
