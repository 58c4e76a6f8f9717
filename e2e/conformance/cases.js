// ADL's cases and what their files say. Knows no browser and no service.
//
// They are not part of this repository: their folder is looked for beside it. It holds `cases/NAME.json`,
// `packages/NAME/imsmanifest.xml` with `packages/NAME.json` telling what the manifest refers to, and the page that plays
// every SCO.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');
const adl = resolve(root, process.env.CLIKC_ADL_DIR ?? join('..', 'shared', 'adl'));

// What every change is tried on: content model and navigation, data model and sequencing whole, and of the other
// families those that reach furthest.
export const SAMPLE = {
  families: ['CM', 'DMB', 'SX'],
  names: [
    'API', 'DMI', 'DDM', 'CO-07b', 'CO-09', 'CT-03', 'MS-05a', 'MS-07', 'OB-03b', 'OB-03c', 'OB-09b', 'OB-11a', 'OB-14a',
    'RU-01ba', 'RU-04bc', 'RU-09', 'RU-13e', 'RU-14a', 'RU-16', 'T-01a',
  ],
};

// The suites that are there, and a sentence where none is.
export function findSuites() {
  if (existsSync(join(adl, 'cases'))) {
    return { suites: [{ name: basename(adl), folder: adl, page: join(adl, 'sco.html') }], note: null };
  }
  return { suites: [], note: `ADL's cases are not in ${adl}, so none is replayed. CLIKC_ADL_DIR names their folder.` };
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
