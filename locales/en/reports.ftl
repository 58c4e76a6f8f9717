# What an import found; the codes are those of the packages crate.
report-version = Standard: { $edition }{ $why ->
    [declared] , because the manifest states the schema version “{ $sign }”
    [declared-deeper] , because a part of the manifest states the schema version “{ $sign }”
    [element] , because the manifest uses <{ $sign }>
    [namespace] , because the manifest uses the namespace { $sign }
    [spelling] , because the manifest spells “{ $sign }” so
    [assumed] , because nothing states a version and this one is the most common
   *[unknown] {""}
}.
report-scos = Parts whose results are recorded: { $count } ({ $titles }).
report-assets = Parts that are only shown: { $count } ({ $titles }).
report-size = { $files } files, { $size }.
report-first-screen = The first page takes { $size }, { $seconds ->
    [instant] under 1 s
   *[other] about { $seconds } s
} on a 1 Mbps line ({ $page }).
report-first-screen-slow = The first page takes { $size }, about { $seconds } s on a 1 Mbps line ({ $page }). Compress its images or split it.
report-tool = Made with { $name }.
report-signal = The package can report: { $signals }.
report-signal-none = No script of the package was seen to report results. Test it: if it stays incomplete, let the activity complete on view.
report-signal-other-standard = The scripts speak the other SCORM standard ({ $signals }) than the manifest states. Test it, and export the package again if nothing is recorded.
report-mastery-score = “{ $item }” is passed at { $score } by the package and at { $pass-mark } by this site, which decides.
report-passing-score = “{ $item }” is passed at { $score } % by the package and at { $pass-mark } % by this site, which decides.
report-launch-missing = “{ $item }” cannot be opened: its page “{ $file }” is not in the zip archive. Export the package again; files renamed by hand must be renamed in imsmanifest.xml too.
report-files-missing = Files the manifest lists that are not in the zip archive: { $count } ({ $files }). If pages or images are missing, export the package again.
report-first-page-missing = The first page needs files that are not in the zip archive: { $count } ({ $files }). It may stay empty; export the package again.
report-case-repaired = Names the manifest spells differently, and which are found all the same: { $count } ({ $files }).
report-flash = Flash files, which no browser plays any more: { $count } ({ $files }).
report-unload = Results are sent when a page is unloaded, which phones often skip. They are saved continuously all the same; check that nothing is sent only at the end in: { $files }.
report-beforeunload = A question before leaving is asked by: { $files }.
report-sync-request = Synchronous requests, which browsers refuse while a page closes, are made by: { $files }.
report-service-worker = Service workers, which are not available to packages, are registered by: { $files }.
report-external-loads = The package loads files from other sites: { $hosts }. Learners must be able to reach them.
report-external-hosts = The package names other sites: { $hosts }. Check that it works without them, or that they are open to your learners.
report-external-launch = “{ $item }” opens { $url }, outside this site.
report-server-scripts = Programs for a server, which do not run here: { $count } ({ $files }).
report-screen-fixed = The pages are made for a window of { $width } × { $height }.
report-screen-responsive = The pages adapt to the window.
report-root-folder = The package lies in the folder “{ $folder }” of the zip archive.
report-outside-root = Files outside the package’s folder that were left out: { $count }.
report-junk-ignored = Files only the author’s computer needs that were left out: { $count }.
report-backslashes = File names written with backslashes that were mended: { $count }.
report-legacy-names = File names that are not in Unicode and were read as { $code-page }: { $count }. If pages or images are missing, zip the package again with a current tool.
report-leading-bytes = { $size } before the archive proper were skipped.
report-duplicate-names = Files the zip archive holds more than once, of which the last one is used: { $files }.
report-case-collision = These names differ only by upper and lower case: { $files }. Each is served under its exact name; rename one of them to be sure.
report-nested-archives = Archives inside the package, offered for download and not opened: { $files }.
report-refused-not-a-zip = This file is not a readable zip archive. Export the package again from the authoring tool and upload the zip it writes.
report-refused-empty = This zip archive is empty. Export the package again and upload that zip.
report-refused-too-many-files = This zip archive lists { $found } files, and at most { $limit } are accepted. Leave out what the course does not use, or split it into several packages.
report-refused-directory-too-large = The table of contents of this zip archive is too large to be read safely. Zip the package again without comments and extra data.
report-refused-path-outside = The zip archive contains the file “{ $name }”, whose name leads outside the package. Zip the package folder again from inside that folder.
report-refused-absolute-path = The zip archive contains the file “{ $name }”, which is given by an absolute path. Zip the package folder again so that all names are relative to it.
report-refused-forbidden-name = The zip archive contains the file “{ $name }”, { $fault ->
    [control-character] whose name contains an invisible control character
    [colon] whose name contains a colon
   *[device] whose name belongs to a device on Windows
}. Rename that file in the package and in the pages that use it.
report-refused-name-too-long = The zip archive contains a file whose name is too long or too deeply nested (“{ $name }…”). Shorten the folder names in the package.
report-refused-not-a-file = “{ $name }” in the zip archive is a link or a special file. Replace it by the file it stands for and zip the package again.
report-refused-encrypted = “{ $name }” in the zip archive is protected by a password. Zip the package again without one.
report-refused-compression = “{ $name }” in the zip archive is compressed by a method few tools can read ({ $method }). Zip the package again with ordinary (deflate) compression.
report-refused-overlapping = Files inside this zip archive overlap each other, which no ordinary tool writes. Zip the package again.
report-refused-too-large = Unpacked, this package would take { $found }, and at most { $limit } are accepted. Compress its videos or split it into several packages.
report-refused-file-too-large = “{ $name }” would take { $found } unpacked, and one file may take at most { $limit }. Compress it and zip the package again.
report-refused-bomb = This zip archive unpacks to { $ratio } times its size, as only archives made to do harm do. If it is a real package, look for huge empty files in it.
report-refused-damaged = “{ $name }” is damaged: its content does not match what the zip archive states. Export or upload the package again.
report-refused-no-manifest = This zip archive contains no imsmanifest.xml, so it is not a SCORM package. { $hint ->
    [nested-zip] It contains another zip archive, “{ $name }”, which may be the package: upload that file on its own.
    [web-publication] It looks like a web publication of { $name }: publish again and choose the LMS output (SCORM 1.2 or SCORM 2004).
    [other-standard] It is a { $name } package: export it as SCORM 1.2 or SCORM 2004 instead.
    [too-deep] Its manifest “{ $name }” lies too deep: zip the folder that holds imsmanifest.xml.
   *[unknown] Export the package again as SCORM 1.2 or SCORM 2004, and upload that zip unopened.
}
report-refused-several-packages = This zip archive contains several packages (“{ $first }” and “{ $second }”). Upload each of them as its own zip.
report-refused-manifest = The manifest could not be read as a course: { $reason }
report-refused-nothing-to-launch = The package has nothing to open: its manifest starts “{ $file }”, which is not in the zip archive. Export it again; files renamed by hand must be renamed in imsmanifest.xml too.
report-refused-page-renamed = The package has nothing to open: its manifest starts “{ $file }”, which is not in the zip archive, but “{ $candidate }” is. If the page was renamed by hand, give it its old name again, or export the package again.
report-refused-no-page = The manifest of this package names no page to open. Export the package again as SCORM 1.2 or SCORM 2004.
report-refused-server = The package could not be stored because of a fault of this server. Try again later, and tell the operator if it happens again.
report-manifest-encoding-guessed = The manifest says it is written in { $declared }, but it is not; it was read as { $used }. Check that titles look right.
report-manifest-control-characters = The manifest contains control characters; they were left out.
report-manifest-doctype-ignored = The document type declaration of the manifest was ignored; it needs none.
report-manifest-unknown-entity = &{ $name }; is not known in a manifest and was kept as it stands. Write the character itself.
report-manifest-attribute-unreadable = An attribute of <{ $element }> in the manifest could not be read and was left out. Put its value in quotes.
report-manifest-schema-version-unknown = The schema version “{ $value }” is not one of SCORM’s; the version was found by other signs.
report-manifest-version-assumed = Nothing in the manifest says which version of SCORM it follows; SCORM 1.2 is assumed.
report-manifest-not-scorm = The manifest follows “{ $schema }”, not SCORM; what can be shown is shown, and results may not be recorded.
report-manifest-organization-built = The manifest has no organization; one was made of its launchable resources ({ $items }). Check their order and titles.
report-manifest-default-organization-missing = The manifest names no default organization; “{ $used }” is used.
report-manifest-default-organization-unknown = The default organization “{ $wanted }” is not in the manifest; “{ $used }” is used. Check that it is the right one.
report-manifest-title-missing = “{ $identifier }” has no title; “{ $used }” is shown.
report-manifest-identifier-missing = An item has no identifier; “{ $used }” was given to it.
report-manifest-identifier-duplicate = The identifier “{ $identifier }” is used more than once; the later one is now “{ $used }”. Give each item its own.
report-manifest-sub-manifest-joined = The manifest inside the manifest, “{ $identifier }”, was joined to the course where it is referenced.
report-manifest-sub-manifest-cycle = “{ $item }” refers to a manifest that contains it; the reference was left out.
report-manifest-resource-unknown = The item “{ $item }” refers to the resource “{ $resource }”, which is not in the manifest; it cannot be opened. Correct identifierref or add the resource.
report-manifest-resource-without-href = The resource “{ $resource }” has no address (href), so the item “{ $item }” cannot be opened. Add the page to open.
report-manifest-resource-duplicate = The resource identifier “{ $identifier }” is used more than once; the first one counts.
report-manifest-scorm-type-missing = Resources that do not say whether they are a SCO or an asset: { $count } (the first is “{ $resource }”). Each is taken as { $used }.
report-manifest-dependency-unknown = The resource “{ $resource }” depends on “{ $dependency }”, which is not in the manifest.
report-manifest-launch-on-branch = The item “{ $item }” has items below it and also a page of its own, which SCORM 2004 does not provide for; all of them can be opened.
report-manifest-href-external = The item “{ $item }” opens { $url }, outside the package; its results may not be recorded, and it needs the Internet.
report-manifest-href-unusable = The address “{ $href }” of the resource “{ $resource }” cannot be opened in a browser window; use a path in the package.
report-manifest-href-outside = The address “{ $href }” points outside the package; “{ $used }” is used. Check that this file is the right one.
report-manifest-href-repaired = The address “{ $href }” is not written as the web requires; it was read as “{ $used }”.
report-manifest-base-without-slash = The base address “{ $base }” does not end with a slash; it was read as a folder.
report-manifest-nothing-to-launch = Nothing in this course can be opened: no item leads to a page. Export the package again from the authoring tool.
report-manifest-value-invalid = “{ $value }” is not a value that { $field } of “{ $item }” can take; it was left out.
report-manifest-prerequisites-unreadable = The prerequisites of “{ $item }” could not be read, so the item is open to everyone. Correct: { $expression }
report-manifest-prerequisites-unknown = The prerequisites of “{ $item }” name “{ $identifier }”, which is no item of this course; it never counts as done. Correct the identifier.
report-manifest-sequencing-collection-unknown = “{ $item }” uses the sequencing “{ $reference }”, which is not in the manifest; it was left out.
report-manifest-sequencing-unknown = { $field } in the sequencing of “{ $item }” is not known to SCORM and has no effect.
report-manifest-sequencing-time-ignored = { $field } in the sequencing of “{ $item }” depends on time, which is not watched here; it has no effect. Let the module watch its own time.
report-manifest-rule-incomplete = A rule (<{ $rule }>) in the sequencing of “{ $item }” lacks a part, or has one that SCORM does not know; it has no effect. Correct it in the authoring tool.
report-manifest-sequencing-repeated = { $field } stands more than once in “{ $item }”; the first one counts.
report-manifest-shared-sequencing-duplicate = The shared sequencing “{ $identifier }” is defined more than once; the first one counts.
report-manifest-without-effect = { $field } of “{ $item }” has no effect without { $lacks }.
report-manifest-weight-above-one = { $field } of “{ $item }” is { $value }, where SCORM ends at 1; it counts in proportion to the weights of the others.
report-manifest-item-opens-nothing = “{ $item }” opens nothing and has nothing below it; it is passed over.
report-manifest-needs-items-below = { $field } has no effect on “{ $item }”, which has no items below it.
report-manifest-needs-page = { $field } has no effect on “{ $item }”, which has no page of its own.
report-manifest-not-in-edition = { $field } has no effect in { $edition }, by which this course is played (uses: { $count }, the first in “{ $item }”). State the right version in schemaversion if the course needs it.
report-manifest-primary-objective-repeated = “{ $item }” has more than one primary objective; the first one is it, and the others are read as ordinary ones.
report-manifest-objective-duplicate = The objective “{ $objective }” is defined more than once in “{ $item }”; the first one counts.
report-manifest-objective-unknown = A rule of “{ $item }” asks about the objective “{ $objective }”, which “{ $item }” does not have; that condition never holds. Correct referencedObjective.
report-manifest-objective-never-written = “{ $item }” reads { $field } from the shared objective “{ $target }”, which nothing in this course writes; it stays unknown unless another course writes it.
report-manifest-objective-maps-clash = Several maps of “{ $item }” concern { $field } of the same objective; only the last one has an effect.
report-manifest-attempt-limit-zero = “{ $item }” may be attempted 0 times (attemptLimit), so it can never be opened. Raise the limit, or leave it out.
report-manifest-cluster-closed = “{ $item }” permits neither choice nor flow, so the learner cannot reach what is in it. Permit one of them.
report-manifest-forward-only-choice = “{ $item }” permits both choice and forwardOnly: what lies before the current part cannot be chosen.
report-manifest-selection-exceeds = Parts of “{ $item }” to be selected: { $count }. It has only { $available }; all of them are used.
report-manifest-impossible-for-course = A rule of “{ $item }” says { $action }, which is impossible for the course as a whole; it has no effect.
report-manifest-rollup-always-holds = A rollup rule of “{ $item }” asks for at least 0 of its parts, so it always holds. State minimumCount or minimumPercent.
report-manifest-rollup-never-holds = A rollup rule of “{ $item }” asks for at least { $count } of its parts, but it has { $available }; it never holds.
report-manifest-rollup-of-nothing = No part of “{ $item }” counts for { $field }, so its status depends on none of them. Let at least one part count.
report-manifest-rollup-overruled = The rollup rules of “{ $item }” have no effect where { $field } leaves the decision to a measure.
report-manifest-never-reported = { $field } of “{ $item }” waits for a report that nothing makes, so it is never settled. Correct it in the authoring tool.
report-manifest-further = More problems of this kind: { $count }.
