//! The error codes of both standards, and what can go wrong in words of our own.
//!
//! A [`Fault`] is what happened; each standard gives it a number (RTE 3.1.7; SCORM 1.2 RTE 3.3.4).

use serde::Serialize;

use super::Standard;

/// One error of a standard: number, name and text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ErrorCode {
    pub code: u16,
    pub name: &'static str,
    pub text: &'static str,
}

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code, self.text)
    }
}

impl std::error::Error for ErrorCode {}

/// Everything that can go wrong in a call, for both standards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    None,
    AlreadyInitialized,
    InitializeAfterTerminate,
    /// The record of the call could not be kept; only a browser can meet this.
    InitializeFailed,
    TerminateFailed,
    TerminateBeforeInitialize,
    TerminateAfterTerminate,
    GetBeforeInitialize,
    GetAfterTerminate,
    SetBeforeInitialize,
    SetAfterTerminate,
    CommitBeforeInitialize,
    CommitAfterTerminate,
    Argument,
    GetNothing,
    SetNothing,
    GetIndex,
    SetIndex,
    SetFailed,
    CommitFailed,
    Undefined,
    NoChildren,
    NoCount,
    NotInitialized,
    Keyword,
    ReadOnly,
    WriteOnly,
    Type,
    Range,
    Dependency,
    Duplicate,
}

impl Fault {
    pub(super) const ALL: [Self; 31] = [
        Self::None,
        Self::AlreadyInitialized,
        Self::InitializeAfterTerminate,
        Self::InitializeFailed,
        Self::TerminateFailed,
        Self::TerminateBeforeInitialize,
        Self::TerminateAfterTerminate,
        Self::GetBeforeInitialize,
        Self::GetAfterTerminate,
        Self::SetBeforeInitialize,
        Self::SetAfterTerminate,
        Self::CommitBeforeInitialize,
        Self::CommitAfterTerminate,
        Self::Argument,
        Self::GetNothing,
        Self::SetNothing,
        Self::GetIndex,
        Self::SetIndex,
        Self::SetFailed,
        Self::CommitFailed,
        Self::Undefined,
        Self::NoChildren,
        Self::NoCount,
        Self::NotInitialized,
        Self::Keyword,
        Self::ReadOnly,
        Self::WriteOnly,
        Self::Type,
        Self::Range,
        Self::Dependency,
        Self::Duplicate,
    ];

    /// The number this standard gives the fault.
    pub const fn number(self, standard: Standard) -> u16 {
        match standard {
            Standard::Scorm12 => self.number_12(),
            Standard::Scorm2004 => self.number_2004(),
        }
    }

    pub fn code(self, standard: Standard) -> ErrorCode {
        find_error(standard, self.number(standard)).unwrap_or_else(|| ErrorCode::all(standard)[0])
    }

    const fn number_12(self) -> u16 {
        match self {
            // SCORM 1.2 has no "value not initialized": an unset element reads as "".
            Self::None | Self::NotInitialized => 0,
            Self::AlreadyInitialized
            | Self::InitializeAfterTerminate
            | Self::InitializeFailed
            | Self::TerminateFailed
            | Self::SetFailed
            | Self::CommitFailed => 101,
            Self::TerminateBeforeInitialize
            | Self::TerminateAfterTerminate
            | Self::GetBeforeInitialize
            | Self::GetAfterTerminate
            | Self::SetBeforeInitialize
            | Self::SetAfterTerminate
            | Self::CommitBeforeInitialize
            | Self::CommitAfterTerminate => 301,
            Self::Argument
            | Self::GetNothing
            | Self::SetNothing
            | Self::GetIndex
            | Self::SetIndex
            | Self::Undefined
            | Self::Dependency
            | Self::Duplicate => 201,
            Self::NoChildren => 202,
            Self::NoCount => 203,
            Self::Keyword => 402,
            Self::ReadOnly => 403,
            Self::WriteOnly => 404,
            Self::Type | Self::Range => 405,
        }
    }

    const fn number_2004(self) -> u16 {
        match self {
            Self::None => 0,
            Self::AlreadyInitialized => 103,
            Self::InitializeAfterTerminate => 104,
            Self::InitializeFailed => 102,
            Self::TerminateFailed => 111,
            Self::TerminateBeforeInitialize => 112,
            Self::TerminateAfterTerminate => 113,
            Self::GetBeforeInitialize => 122,
            Self::GetAfterTerminate => 123,
            Self::SetBeforeInitialize => 132,
            Self::SetAfterTerminate => 133,
            Self::CommitBeforeInitialize => 142,
            Self::CommitAfterTerminate => 143,
            Self::Argument => 201,
            Self::GetNothing | Self::GetIndex | Self::NoChildren | Self::NoCount => 301,
            Self::SetNothing | Self::SetIndex | Self::SetFailed | Self::Duplicate => 351,
            Self::CommitFailed => 391,
            Self::Undefined => 401,
            Self::NotInitialized => 403,
            Self::Keyword | Self::ReadOnly => 404,
            Self::WriteOnly => 405,
            Self::Type => 406,
            Self::Range => 407,
            Self::Dependency => 408,
        }
    }
}

impl ErrorCode {
    /// Every error of a standard, by number.
    pub const fn all(standard: Standard) -> &'static [Self] {
        match standard {
            Standard::Scorm12 => SCORM12,
            Standard::Scorm2004 => SCORM2004,
        }
    }
}

pub(super) fn find_error(standard: Standard, code: u16) -> Option<ErrorCode> {
    ErrorCode::all(standard)
        .iter()
        .copied()
        .find(|error| error.code == code)
}

const fn error(code: u16, name: &'static str, text: &'static str) -> ErrorCode {
    ErrorCode { code, name, text }
}

/// SCORM 1.2 RTE 3.3.4.
const SCORM12: &[ErrorCode] = &[
    error(0, "no_error", "No error"),
    error(101, "general_exception", "General exception"),
    error(201, "invalid_argument", "Invalid argument error"),
    error(202, "no_children", "Element cannot have children"),
    error(
        203,
        "not_an_array",
        "Element not an array - cannot have count",
    ),
    error(301, "not_initialized", "Not initialized"),
    error(401, "not_implemented", "Not implemented error"),
    error(402, "keyword", "Invalid set value, element is a keyword"),
    error(403, "read_only", "Element is read only"),
    error(404, "write_only", "Element is write only"),
    error(405, "incorrect_data_type", "Incorrect data type"),
];

/// SCORM 2004 4th Edition RTE 3.1.7.
const SCORM2004: &[ErrorCode] = &[
    error(0, "no_error", "No Error"),
    error(101, "general_exception", "General Exception"),
    error(
        102,
        "general_initialization_failure",
        "General Initialization Failure",
    ),
    error(103, "already_initialized", "Already Initialized"),
    error(
        104,
        "content_instance_terminated",
        "Content Instance Terminated",
    ),
    error(
        111,
        "general_termination_failure",
        "General Termination Failure",
    ),
    error(
        112,
        "termination_before_initialization",
        "Termination Before Initialization",
    ),
    error(
        113,
        "termination_after_termination",
        "Termination After Termination",
    ),
    error(
        122,
        "retrieve_before_initialization",
        "Retrieve Data Before Initialization",
    ),
    error(
        123,
        "retrieve_after_termination",
        "Retrieve Data After Termination",
    ),
    error(
        132,
        "store_before_initialization",
        "Store Data Before Initialization",
    ),
    error(
        133,
        "store_after_termination",
        "Store Data After Termination",
    ),
    error(
        142,
        "commit_before_initialization",
        "Commit Before Initialization",
    ),
    error(143, "commit_after_termination", "Commit After Termination"),
    error(201, "general_argument_error", "General Argument Error"),
    error(301, "general_get_failure", "General Get Failure"),
    error(351, "general_set_failure", "General Set Failure"),
    error(391, "general_commit_failure", "General Commit Failure"),
    error(401, "undefined_element", "Undefined Data Model Element"),
    error(
        402,
        "unimplemented_element",
        "Unimplemented Data Model Element",
    ),
    error(
        403,
        "value_not_initialized",
        "Data Model Element Value Not Initialized",
    ),
    error(404, "read_only", "Data Model Element Is Read Only"),
    error(405, "write_only", "Data Model Element Is Write Only"),
    error(406, "type_mismatch", "Data Model Element Type Mismatch"),
    error(407, "out_of_range", "Data Model Element Value Out Of Range"),
    error(
        408,
        "dependency_not_established",
        "Data Model Dependency Not Established",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_a_number_that_its_standard_knows() {
        for standard in [Standard::Scorm12, Standard::Scorm2004] {
            for fault in Fault::ALL {
                let number = fault.number(standard);
                assert!(
                    find_error(standard, number).is_some(),
                    "{fault:?} is {number}"
                );
            }
        }
    }

    #[test]
    fn error_numbers_ascend() {
        for standard in [Standard::Scorm12, Standard::Scorm2004] {
            assert!(ErrorCode::all(standard).is_sorted_by_key(|error| error.code));
        }
    }
}
