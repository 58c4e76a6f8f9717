//! What an item says about itself.

use scorm::manifest::{CompletionThreshold, DataMap, LmsControl, TimeLimitAction};

use crate::support::{codes, item12, item2004};

#[test]
fn the_elements_of_1_2_are_read() {
    let (item, course) = item12(
        "<adlcp:prerequisites type='aicc_script'>A</adlcp:prerequisites>
         <adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>
         <adlcp:timelimitaction>exit, no message</adlcp:timelimitaction>
         <adlcp:datafromlms> a=1&amp;b=2 </adlcp:datafromlms>
         <adlcp:masteryscore>72,5</adlcp:masteryscore>",
    );
    assert_eq!(item.prerequisites.as_deref(), Some("A"));
    assert_eq!(item.max_time_allowed.as_deref(), Some("00:30:00"));
    assert_eq!(item.time_limit_action, Some(TimeLimitAction::ExitNoMessage));
    assert_eq!(item.data_from_lms.as_deref(), Some(" a=1&b=2 "));
    assert_eq!(item.mastery_score, Some(72.5));
    assert!(item.is_visible);
    assert_eq!(codes(&course), [""; 0]);
}

#[test]
fn the_elements_of_2004_are_read() {
    let (item, course) = item2004(
        "<adlcp:timeLimitAction>continue,message</adlcp:timeLimitAction>
         <adlcp:dataFromLMS>x</adlcp:dataFromLMS>
         <adlcp:completionThreshold completedByMeasure='true' minProgressMeasure='0.75' progressWeight='0.5'/>
         <adlcp:data><adlcp:map targetID=' store '/><adlcp:map targetID='other' readSharedData='false' writeSharedData='false'/></adlcp:data>
         <adlnav:presentation><adlnav:navigationInterface>
           <adlnav:hideLMSUI>continue</adlnav:hideLMSUI><adlnav:hideLMSUI>suspendAll</adlnav:hideLMSUI><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
         </adlnav:navigationInterface></adlnav:presentation>
         <imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit='PT1H'/>
           <imsss:objectives><imsss:primaryObjective objectiveID='P' satisfiedByMeasure='true'>
             <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>",
    );
    assert_eq!(
        item.time_limit_action,
        Some(TimeLimitAction::ContinueMessage)
    );
    assert_eq!(item.data_from_lms.as_deref(), Some("x"));
    let threshold = item.completion_threshold.unwrap();
    assert_eq!(
        threshold,
        CompletionThreshold {
            completed_by_measure: true,
            min_progress_measure: 0.75,
            progress_weight: 0.5
        }
    );
    let map = |target: &str, allowed| DataMap {
        target_id: target.to_owned(),
        read_shared_data: allowed,
        write_shared_data: allowed,
    };
    assert_eq!(item.data_maps, [map("store", true), map("other", false)]);
    assert_eq!(
        item.hide_lms_ui,
        [LmsControl::Continue, LmsControl::SuspendAll]
    );
    assert_eq!(item.max_time_allowed.as_deref(), Some("PT1H"));
    assert_eq!(item.scaled_passing_score(), Some(0.8));
    assert_eq!(codes(&course), [""; 0]);
}

#[test]
fn the_completion_threshold_of_the_3rd_edition_is_text() {
    let (item, _) = item2004("<adlcp:completionThreshold> 0.6 </adlcp:completionThreshold>");
    let threshold = item.completion_threshold.unwrap();
    assert!(threshold.completed_by_measure);
    assert!((threshold.min_progress_measure - 0.6).abs() < f64::EPSILON);
}

#[test]
fn values_out_of_range_are_left_out_and_reported() {
    for inner in [
        "<adlcp:masteryscore>many</adlcp:masteryscore>",
        "<adlcp:masteryscore>170</adlcp:masteryscore>",
        "<adlcp:masteryscore>NaN</adlcp:masteryscore>",
        "<adlcp:timelimitaction>explode</adlcp:timelimitaction>",
        "<adlcp:completionThreshold>2</adlcp:completionThreshold>",
        "<adlcp:completionThreshold minProgressMeasure='x'/>",
        "<adlcp:completionThreshold completedByMeasure='perhaps'/>",
        "<adlcp:completionThreshold progressWeight='-1'/>",
        "<adlcp:maxtimeallowed>soon</adlcp:maxtimeallowed>",
        "<adlcp:data><adlcp:map targetID='d' writeSharedData='perhaps'/></adlcp:data>",
        "<imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit='1h'/></imsss:sequencing>",
        "<adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>toc</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>",
    ] {
        let (item, course) = item2004(inner);
        assert_eq!((item.mastery_score, item.time_limit_action), (None, None));
        assert_eq!(item.max_time_allowed, None);
        assert_eq!(codes(&course), ["value-invalid"], "{inner}");
    }
}

#[test]
fn elements_that_mean_nothing_where_they_stand_are_reported() {
    for inner in [
        "<adlnav:presentation><adlnav:hideLMSUI>exit</adlnav:hideLMSUI></adlnav:presentation>",
        "<adlnav:presentation><adlnav:navigationInterface><adlnav:hideTOC/></adlnav:navigationInterface></adlnav:presentation>",
        "<adlcp:data><adlcp:store/></adlcp:data>",
        "<adlcp:completionThreshold minimum='0.5'/>",
    ] {
        assert_eq!(codes(&item2004(inner).1), ["sequencing-unknown"], "{inner}");
    }
}

#[test]
fn attributes_of_a_threshold_outrank_its_text() {
    let (item, _) = item2004(
        "<adlcp:completionThreshold minProgressMeasure='0.8'>0.6</adlcp:completionThreshold>",
    );
    let threshold = item.completion_threshold.unwrap();
    assert!(threshold.completed_by_measure);
    assert!((threshold.min_progress_measure - 0.8).abs() < f64::EPSILON);
}

#[test]
fn visibility_is_read_in_its_spellings() {
    for (attribute, visible) in [
        ("isvisible='false'", false),
        ("isvisible='0'", false),
        ("isVisible=' FALSE '", false),
        ("isvisible='1'", true),
        ("isvisible='nonsense'", true),
        ("", true),
    ] {
        let text = crate::support::scorm12(
            &crate::support::item("A", "").replace("<item ", &format!("<item {attribute} ")),
            &crate::support::sco("R-A", "a.html"),
        );
        let course = crate::support::parse(&text);
        assert_eq!(
            course.items().next().unwrap().is_visible,
            visible,
            "{attribute}"
        );
        let is_nonsense = attribute.contains("nonsense");
        assert_eq!(codes(&course).contains(&"value-invalid"), is_nonsense);
    }
}

#[test]
fn prerequisites_are_checked_at_import() {
    for (script, code) in [
        ("A & nobody", "prerequisites-unknown"),
        ("A &", "prerequisites-unreadable"),
    ] {
        let script = script.replace('&', "&amp;");
        let (_, course) = item12(&format!(
            "<adlcp:prerequisites>{script}</adlcp:prerequisites>"
        ));
        assert_eq!(codes(&course), [code]);
    }
}
