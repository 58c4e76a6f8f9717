//! A way to declare the closed word lists of the standard once: the enum, its words, its parser
//! and its serialised form.

macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $word:literal, )+ }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $word)] $variant, )+
        }

        impl $name {
            /// Every word of this list.
            pub const ALL: &[Self] = &[ $( Self::$variant, )+ ];

            /// The word as the standard spells it.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }
        }

        impl $crate::manifest::vocabulary::Word for $name {
            /// Case and blanks are forgiven: tools write `ExitAll` and `exit, no message`.
            fn parse(text: &str) -> Option<Self> {
                let wanted = $crate::manifest::vocabulary::folded(text);
                Self::ALL
                    .iter()
                    .copied()
                    .find(|word| $crate::manifest::vocabulary::folded(word.as_str()) == wanted)
            }
        }
    };
}

pub(crate) use vocabulary;

/// A word of a closed list.
pub(crate) trait Word: Sized {
    fn parse(text: &str) -> Option<Self>;
}

pub(crate) fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}
