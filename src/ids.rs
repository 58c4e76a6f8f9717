//! Typed ids, so that a course is never looked up by a user's number.

macro_rules! id {
    ($($name:ident),* $(,)?) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl From<$name> for $crate::db::Value {
            fn from(id: $name) -> Self {
                Self::Int(Some(id.0))
            }
        }
        impl From<Option<$name>> for $crate::db::Value {
            fn from(id: Option<$name>) -> Self {
                Self::Int(id.map(|id| id.0))
            }
        }
    )*};
}

id!(
    UserId,
    OrganisationId,
    CategoryId,
    CourseId,
    SectionId,
    ActivityId,
    VersionId,
    AttemptId,
    CertificateId,
    JobId,
    MailId,
    DesignationId,
    PositionId,
    RequestId,
    AlertId,
    PolicyId,
    PolicyVersionId,
    SessionId,
    IdentityId,
    ArticleId,
    ExportId,
    ErasureId,
    ErasureRunId,
);
