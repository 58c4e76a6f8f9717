//! How much one upload may ask of the server. Knows nothing of archives or stores.

/// The bounds an upload must keep. The defaults suit a server with 1 GB of memory; an operator may
/// widen them, and memory use does not grow with any of them but `max_entries`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Files and folders in the archive: a directory of millions of empty entries costs memory
    /// before a single byte has been unpacked.
    pub max_entries: usize,
    /// Bytes of the archive's own table of contents, which has to be held in memory.
    pub max_directory_bytes: u64,
    /// Unpacked bytes of all files together: the disk quota of one import.
    pub max_total_bytes: u64,
    /// Unpacked bytes of one file. A long video fits; an endless file does not.
    pub max_file_bytes: u64,
    /// How many times larger the unpacked whole may be than the archive. Real packages stay below
    /// 20; a bomb has to exceed 1,000 to be worth its name.
    pub max_ratio: u64,
    /// Below this unpacked size the ratio is nobody's concern: blank images compress very well.
    pub ratio_free_bytes: u64,
    /// Bytes of one file's path, after decoding.
    pub max_path_bytes: usize,
    /// Folders within folders.
    pub max_path_depth: usize,
    /// How deep the folder that holds `imsmanifest.xml` may lie.
    pub max_root_depth: usize,
    /// Bytes of `imsmanifest.xml`, which is parsed in memory.
    pub max_manifest_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_entries: 100_000,
            max_directory_bytes: 16 << 20,
            max_total_bytes: 8 << 30,
            max_file_bytes: 4 << 30,
            max_ratio: 200,
            ratio_free_bytes: 256 << 20,
            max_path_bytes: 1_000,
            max_path_depth: 64,
            max_root_depth: 3,
            max_manifest_bytes: 20 << 20,
        }
    }
}
