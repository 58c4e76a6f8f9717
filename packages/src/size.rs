//! Byte counts as people read them. Knows nothing else.

/// `1500` as `1.5 kB`, `8000000000` as `8 GB`: powers of 1,000, as file managers and the pages of the site
/// show them, one decimal where it tells.
pub fn human(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["bytes", "kB", "MB", "GB", "TB"];
    let mut value = bytes as f64;
    let mut unit = 0;
    while value >= 1000.0 && unit + 1 < UNITS.len() {
        value /= 1000.0;
        unit += 1;
    }
    let shown = if unit == 0 || value >= 100.0 || value.fract() < 0.05 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}")
    };
    format!("{shown} {}", UNITS.get(unit).unwrap_or(&"TB"))
}

#[cfg(test)]
mod tests {
    use super::human;

    #[test]
    fn sizes_read_as_people_say_them() {
        assert_eq!(human(12), "12 bytes");
        assert_eq!(human(1536), "1.5 kB");
        assert_eq!(human(8_000_000_000), "8 GB");
        assert_eq!(human(250 << 20), "262 MB");
    }
}
