// The suites of cases and what their files say. Knows no browser and no service.
//
// A suite is a folder: `cases/NAME.json`, `packages/NAME/imsmanifest.xml` with `packages/NAME.json` telling what the
// manifest refers to. ADL's is not part of this repository; it is looked for beside it.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

const adl = resolve(root, process.env.CLIKC_ADL_DIR ?? join('..', 'shared', 'adl'));
const own = join(root, 'fixtures', 'sequencing');

// The suites that are there, each with the page that plays its SCOs, and a sentence about ADL's where it is missing.
export function findSuites() {
  const pages = { [adl]: join(adl, 'sco.html'), [own]: join(import.meta.dirname, 'sco.html') };
  const folders = [adl, own].filter((folder) => existsSync(join(folder, 'cases')));
  const suites = folders.map((folder) => ({ name: basename(folder), folder, page: pages[folder] }));
  const isMissing = !folders.includes(adl);
  const note = `ADL's cases are not in ${adl}; only the project's own are replayed. CLIKC_ADL_DIR names their folder.`;
  return { suites, note: isMissing ? note : null };
}

// All cases of the suites that are wanted by name or family, in order; all when neither is given.
export async function listCases(suites, { names = [], families = [] } = {}) {
  const everything = names.length + families.length === 0;
  const listed = await Promise.all(suites.map(casesOf));
  return listed.flat().filter(({ name, family }) => everything || names.includes(name) || families.includes(family));
}

async function casesOf(suite) {
  const files = await readdir(join(suite.folder, 'cases'));
  const names = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
  return names.sort().map((name) => ({ suite, name, family: name.split('-')[0] }));
}

export function readCase(suite, name) {
  return readJson(suite, 'cases', `${name}.json`);
}

export function readPackage(suite, name) {
  return readJson(suite, 'packages', `${name}.json`);
}

async function readJson(suite, ...path) {
  return JSON.parse(await readFile(join(suite.folder, ...path), 'utf8'));
}

const ROOT_WORDS = 'the activity that corresponds to the root';

// The identifier of the item a case calls by its title; the organisation is called by a phrase.
export function itemOf(pack, title) {
  if (title.startsWith(ROOT_WORDS)) {
    return pack.organization;
  }
  const found = pack.items.filter((item) => item.title === title);
  if (found.length !== 1) {
    throw new Error(`${pack.package} has ${found.length} items called “${title}”.`);
  }
  return found[0].item;
}
