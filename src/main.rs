//! The `clikc` command.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    keep_pages_small();
    clikc::commands::run().await
}

/// The allocator asks for pages of two megabytes, of which a service like this one fills few: without them it holds some
/// ten megabytes less, and is no slower.
#[cfg(target_os = "linux")]
fn keep_pages_small() {
    // Where the kernel knows no such pages there are none to refuse.
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

#[cfg(not(target_os = "linux"))]
fn keep_pages_small() {}
