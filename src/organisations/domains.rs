//! E-mail domains: which administration is proposed to whoever has an address there. A proposal, never a right.

use url::Host;

use super::db;
use crate::db::{Db, DbResult};
use crate::ids::OrganisationId;
use crate::web::Fault;

const MOST: usize = 50;

/// Where anybody gets an address: they say nothing of where somebody works.
const PUBLIC: [&str; 16] = [
    "aol.com",
    "free.fr",
    "gmail.com",
    "gmx.com",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mail.ru",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "yahoo.com",
    "yandex.ru",
];

/// The domains of a list as typed, however they are set apart, in their ASCII form.
pub fn parse(typed: &str) -> Result<Vec<String>, Fault> {
    let mut domains = Vec::new();
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،' | '؛');
    for word in typed.split(is_between).filter(|word| !word.is_empty()) {
        let domain = ascii(word.trim_start_matches('@'))
            .ok_or_else(|| Fault::new("domains", "organisations-fault-domain"))?;
        if PUBLIC.contains(&domain.as_str()) {
            return Err(Fault::new("domains", "organisations-fault-domain-public"));
        }
        if !domains.contains(&domain) {
            domains.push(domain);
        }
    }
    if domains.len() > MOST {
        return Err(Fault::new("domains", "organisations-fault-domain"));
    }
    Ok(domains)
}

fn ascii(domain: &str) -> Option<String> {
    match Host::parse(domain).ok()? {
        Host::Domain(name) => {
            let is_whole =
                name.split('.').count() > 1 && name.split('.').all(|label| !label.is_empty());
            (is_whole && name.len() <= 253).then_some(name)
        }
        Host::Ipv4(_) | Host::Ipv6(_) => None,
    }
}

/// The administration that takes new people and has the closest domain: its own, or the one that it is a part of.
pub async fn find_by_address(db: &Db, email: &str) -> DbResult<Option<OrganisationId>> {
    let Some(domain) = email.rsplit_once('@').and_then(|(_, domain)| ascii(domain)) else {
        return Ok(None);
    };
    let known = db::list_open_domains(db).await?;
    let fitting = known
        .into_iter()
        .filter(|(known, _)| is_within(&domain, known));
    Ok(fitting
        .max_by_key(|(known, _)| known.len())
        .map(|(_, id)| id))
}

fn is_within(domain: &str, whole: &str) -> bool {
    domain
        .strip_suffix(whole)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_read_as_people_type_them() {
        let typed = " @Customs.Example, douane.example;\n  customs.example مثال.إختبار ";
        let read = parse(typed).expect("domains");
        assert_eq!(
            read,
            [
                "customs.example",
                "douane.example",
                "xn--mgbh0fb.xn--kgbechtv"
            ]
        );
        assert!(parse("").expect("nothing").is_empty());
        for wrong in [
            "customs",
            "10.0.0.1",
            "a b@c.example",
            "customs..example",
            "https://customs.example",
        ] {
            assert_eq!(
                parse(wrong).expect_err("a refusal").key,
                "organisations-fault-domain",
                "{wrong}"
            );
        }
        let public = parse("customs.example GMail.com").expect_err("a refusal");
        assert_eq!(public.key, "organisations-fault-domain-public");
    }

    #[test]
    fn a_part_belongs_to_the_whole_and_a_likeness_does_not() {
        assert!(is_within("customs.example", "customs.example"));
        assert!(is_within("hq.customs.example", "customs.example"));
        assert!(!is_within("mycustoms.example", "customs.example"));
        assert!(!is_within("example", "customs.example"));
    }
}
