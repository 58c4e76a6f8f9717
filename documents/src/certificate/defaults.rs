//! The wording a course starts with, in each language of the site.

use super::{CertificateTemplate, Fact, PrintedFact};
use crate::{Colour, Direction};

/// The words of one language.
struct Words {
    language: &'static str,
    title: &'static str,
    /// What leads to the name, and what leads from the name to the course.
    certifies: &'static str,
    completed: &'static str,
    date: &'static str,
    expiry: &'static str,
    score: &'static str,
    number: &'static str,
    verify: &'static str,
}

/// English stands first: it serves languages without words of their own.
const WORDS: [Words; 5] = [
    Words {
        language: "en",
        title: "Certificate of Completion",
        certifies: "This is to certify that",
        completed: "has successfully completed the course",
        date: "Date",
        expiry: "Valid until",
        score: "Score",
        number: "Certificate number",
        verify: "Verify this certificate",
    },
    Words {
        language: "fr",
        title: "Certificat de réussite",
        certifies: "Le présent certificat atteste que",
        completed: "a suivi avec succès le cours",
        date: "Date",
        expiry: "Valable jusqu’au",
        score: "Note",
        number: "Numéro du certificat",
        verify: "Vérifier ce certificat",
    },
    Words {
        language: "es",
        title: "Certificado de aprovechamiento",
        certifies: "Por el presente se certifica que",
        completed: "ha superado con éxito el curso",
        date: "Fecha",
        expiry: "Válido hasta",
        score: "Calificación",
        number: "Número de certificado",
        verify: "Verificar este certificado",
    },
    Words {
        language: "pt",
        title: "Certificado de conclusão",
        certifies: "Certifica-se que",
        completed: "concluiu com êxito o curso",
        date: "Data",
        expiry: "Válido até",
        score: "Classificação",
        number: "Número do certificado",
        verify: "Verificar este certificado",
    },
    Words {
        language: "ar",
        title: "شهادة إتمام",
        certifies: "تمنح هذه الشهادة إلى",
        completed: "لإتمام الدورة التدريبية بنجاح",
        date: "التاريخ",
        expiry: "صالحة حتى",
        score: "الدرجة",
        number: "رقم الشهادة",
        verify: "التحقق من هذه الشهادة",
    },
];

impl CertificateTemplate {
    /// The template a course starts with, in the language of `tag` or in English.
    pub fn default_for(tag: &str) -> Self {
        let primary = tag
            .split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let words = WORDS
            .iter()
            .find(|words| words.language == primary)
            .unwrap_or(&WORDS[0]);
        let facts = [
            (Fact::Date, words.date),
            (Fact::Score, words.score),
            (Fact::Expiry, words.expiry),
            (Fact::Number, words.number),
        ];
        Self {
            language: words.language.to_owned(),
            direction: Direction::of_language(words.language),
            issuer: String::new(),
            title: words.title.to_owned(),
            wording: [words.certifies, "{name}", words.completed, "{course}"]
                .map(str::to_owned)
                .to_vec(),
            printed_facts: facts
                .map(|(fact, label)| PrintedFact {
                    fact,
                    label: label.to_owned(),
                })
                .to_vec(),
            signatory_name: String::new(),
            signatory_title: String::new(),
            verify_label: words.verify.to_owned(),
            prints_qr_code: true,
            accent: Colour::NAVY,
            ornament: Colour::GOLD,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_tag_finds_its_language_and_an_unknown_one_finds_english() {
        assert_eq!(
            CertificateTemplate::default_for("fr-CA").title,
            "Certificat de réussite"
        );
        assert_eq!(
            CertificateTemplate::default_for("ar").direction,
            Direction::RightToLeft
        );
        assert_eq!(CertificateTemplate::default_for("tlh").language, "en");
    }

    #[test]
    fn a_template_survives_storage_as_json() {
        for words in &WORDS {
            let template = CertificateTemplate::default_for(words.language);
            let json = serde_json::to_string(&template).unwrap();
            assert_eq!(
                serde_json::from_str::<CertificateTemplate>(&json).unwrap(),
                template
            );
        }
    }
}
