//! Where things lie: the repository, the build folder, the compiled binaries.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders every step works with.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The top of the repository.
    pub(crate) root: PathBuf,
    /// Logs, servers' data and other leavings of a run; ignored by version control.
    pub(crate) build: PathBuf,
    /// Cargo's target directory.
    pub(crate) target: PathBuf,
}

impl Place {
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask does not lie in a workspace")?
            .to_path_buf();
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |dir| root.join(dir));
        let build = root.join("build");
        std::fs::create_dir_all(build.join("logs"))
            .with_context(|| format!("cannot create {}", build.display()))?;
        Ok(Self {
            root,
            build,
            target,
        })
    }

    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("e2e")
    }

    /// The service as the build step leaves it.
    pub(crate) fn service(&self) -> PathBuf {
        self.target.join("debug").join("clikc")
    }

    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.build.join("logs").join(format!("{name}.log"))
    }
}

/// The first folder of `PATH`, or of `beyond`, that holds one of these programs.
pub(crate) fn find_program(names: &[&str], beyond: &[PathBuf]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path)
        .chain(beyond.iter().cloned())
        .collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}
