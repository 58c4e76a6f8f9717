//! One archive for every attack. Each is a playable package but for the attack, so that nothing
//! else can be the reason it is refused.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::{MANIFEST, Member, PAGE, ZipBuilder};

/// An attack by name.
#[derive(Debug, Clone)]
pub struct Attack {
    pub name: &'static str,
    pub zip: Vec<u8>,
    /// The refusal expected, by the name of its variant.
    pub refusal: &'static str,
}

/// All of them.
pub fn all() -> io::Result<Vec<Attack>> {
    let mut attacks = Vec::new();
    names(&mut attacks)?;
    kinds(&mut attacks)?;
    bombs(&mut attacks)?;
    damage(&mut attacks)?;
    Ok(attacks)
}

fn package() -> io::Result<ZipBuilder<Vec<u8>>> {
    let mut zip = ZipBuilder::new(Vec::new());
    zip.file("imsmanifest.xml", MANIFEST.as_bytes())?;
    zip.file("index.html", PAGE.as_bytes())?;
    Ok(zip)
}

fn with(member: &Member<'_>) -> io::Result<Vec<u8>> {
    let mut zip = package()?;
    zip.member(member)?;
    zip.finish()
}

fn names(attacks: &mut Vec<Attack>) -> io::Result<()> {
    let long = vec![b'n'; 4096];
    let deep = b"d/".repeat(200);
    let cases: [(&str, &[u8], &str); 14] = [
        ("zip slip", b"../../etc/cron.d/job", "PathOutsidePackage"),
        ("zip slip inside", b"a/../../b", "PathOutsidePackage"),
        (
            "zip slip by backslash",
            b"..\\..\\windows\\x.dll",
            "PathOutsidePackage",
        ),
        ("absolute path", b"/etc/passwd", "AbsolutePath"),
        ("drive", b"C:\\Windows\\x.dll", "AbsolutePath"),
        ("share", b"\\\\server\\share\\x", "AbsolutePath"),
        ("device", b"CON", "ForbiddenName"),
        ("device with extension", b"images/nul.png", "ForbiddenName"),
        ("numbered device", b"COM1.html", "ForbiddenName"),
        ("NUL byte", b"safe.html\0.php", "ForbiddenName"),
        ("line break", b"a\r\nSet-Cookie: x", "ForbiddenName"),
        ("alternate stream", b"index.html:stream", "ForbiddenName"),
        ("4 KB name", &long, "NameTooLong"),
        ("200 folders", &deep, "NameTooLong"),
    ];
    for (name, path, refusal) in cases {
        attacks.push(Attack {
            name,
            zip: with(&Member::stored(path, b"x"))?,
            refusal,
        });
    }
    Ok(())
}

fn kinds(attacks: &mut Vec<Attack>) -> io::Result<()> {
    for (name, unix_mode) in [
        ("symbolic link", 0o120_777),
        ("device node", 0o020_666),
        ("pipe", 0o010_644),
    ] {
        let member = Member {
            unix_mode,
            ..Member::stored(b"link.html", b"/etc/passwd")
        };
        attacks.push(Attack {
            name,
            zip: with(&member)?,
            refusal: "NotARegularFile",
        });
    }
    // The PKWARE Unix extra field (0x000d) names the target of a hard link after twelve bytes.
    let mut extra = vec![0x0d, 0, 23, 0];
    extra.extend([0; 12]);
    extra.extend(b"/etc/passwd");
    let member = Member {
        extra,
        ..Member::stored(b"hard.html", b"")
    };
    attacks.push(Attack {
        name: "hard link",
        zip: with(&member)?,
        refusal: "NotARegularFile",
    });
    let member = Member {
        flags: 0x801,
        ..Member::stored(b"secret.html", b"?????????????")
    };
    attacks.push(Attack {
        name: "password",
        zip: with(&member)?,
        refusal: "Encrypted",
    });
    let member = Member {
        method: 99,
        ..Member::stored(b"aes.html", b"?????????????")
    };
    attacks.push(Attack {
        name: "AES",
        zip: with(&member)?,
        refusal: "UnsupportedMethod",
    });
    let member = Member {
        method: 14,
        ..Member::stored(b"x.html", b"?????????????")
    };
    attacks.push(Attack {
        name: "LZMA",
        zip: with(&member)?,
        refusal: "UnsupportedMethod",
    });
    Ok(())
}

fn bombs(attacks: &mut Vec<Attack>) -> io::Result<()> {
    let member = Member {
        size: 300 << 20,
        ..zeros(b"zeros.bin", 1 << 20)?
    };
    let zip = with(&member)?;
    attacks.push(Attack {
        name: "ratio bomb",
        zip,
        refusal: "Bomb",
    });
    let member = Member {
        size: u32::MAX - 1,
        ..zeros(b"zeros.bin", 1 << 20)?
    };
    attacks.push(Attack {
        name: "endless file",
        zip: with(&member)?,
        refusal: "Bomb",
    });
    let member = Member {
        size: 10,
        ..zeros(b"lie.bin", 4 << 20)?
    };
    attacks.push(Attack {
        name: "lying size",
        zip: with(&member)?,
        refusal: "Damaged",
    });
    let member = Member {
        size: 1 << 20,
        ..Member::deflated(b"short.bin", b"short")?
    };
    attacks.push(Attack {
        name: "size too large",
        zip: with(&member)?,
        refusal: "Damaged",
    });
    let mut zip = package()?;
    let kernel = zeros(b"kernel0.bin", 1 << 20)?;
    let header_at = Some(zip.member(&kernel)?);
    for number in 1..100 {
        let name = format!("kernel{number}.bin");
        zip.member(&Member {
            name: name.as_bytes(),
            header_at,
            ..kernel.clone()
        })?;
    }
    let zip = zip.finish()?;
    attacks.push(Attack {
        name: "overlapping entries",
        zip,
        refusal: "OverlappingEntries",
    });
    let zip = package()?.finish_claiming(u16::MAX)?;
    attacks.push(Attack {
        name: "more entries claimed",
        zip,
        refusal: "NotAZip",
    });
    Ok(())
}

/// A directory of `entries` empty files, of which the smallest archive is made.
pub fn count_bomb(entries: u32) -> io::Result<Vec<u8>> {
    let mut zip = package()?;
    for number in 0..entries {
        let name = format!("{number:x}");
        zip.member(&Member {
            header_at: Some(0),
            ..Member::stored(name.as_bytes(), b"")
        })?;
    }
    zip.finish_zip64()
}

fn zeros(name: &[u8], len: usize) -> io::Result<Member<'_>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let chunk = vec![0; 1 << 20];
    let mut crc = flate2::Crc::new();
    for _ in 0..len >> 20 {
        encoder.write_all(&chunk)?;
        crc.update(&chunk);
    }
    let packed = encoder.finish()?;
    let honest = Member::stored(name, b"");
    Ok(Member {
        packed,
        method: 8,
        size: len as u32,
        crc32: crc.sum(),
        ..honest
    })
}

fn damage(attacks: &mut Vec<Attack>) -> io::Result<()> {
    let member = Member {
        crc32: 1,
        ..Member::deflated(b"bad.html", b"content")?
    };
    attacks.push(Attack {
        name: "wrong check sum",
        zip: with(&member)?,
        refusal: "Damaged",
    });
    let member = Member {
        packed: vec![0xff; 20],
        ..Member::deflated(b"bad.html", b"content")?
    };
    attacks.push(Attack {
        name: "no deflate stream",
        zip: with(&member)?,
        refusal: "Damaged",
    });
    let mut cut = with(&Member::stored(b"a.html", b"x"))?;
    cut.truncate(cut.len() - 30);
    attacks.push(Attack {
        name: "cut-off upload",
        zip: cut,
        refusal: "NotAZip",
    });
    let zip = b"<!doctype html><p>Not found".to_vec();
    attacks.push(Attack {
        name: "a web page",
        zip,
        refusal: "NotAZip",
    });
    attacks.push(Attack {
        name: "nothing",
        zip: Vec::new(),
        refusal: "NotAZip",
    });
    let zip = ZipBuilder::new(Vec::new()).finish()?;
    attacks.push(Attack {
        name: "empty archive",
        zip,
        refusal: "Empty",
    });
    Ok(())
}
