// Zips of a suite's packages: the manifest as it is, and the suite's SCO page under every name that can be launched.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { zip } from '../support/zip.js';

// How the page is told which of the suite's SCOs it plays.
const BEHAVIOUR = /\/\*SCO_BEHAVIOR\*\/.*?\/\*END\*\//;

export async function packageZip(suite, pack) {
  const manifest = await readFile(join(suite.folder, 'packages', pack.package, 'imsmanifest.xml'));
  const page = await readFile(suite.page, 'utf8');
  const behaviours = behavioursOf(pack);
  const files = new Map([['imsmanifest.xml', manifest]]);
  for (const file of pack.files) {
    const isPage = ['.htm', '.html'].includes(extname(file).toLowerCase());
    const text = isPage ? page.replace(BEHAVIOUR, behaviours.get(file) ?? 'standard') : '';
    files.set(file, Buffer.from(text));
  }
  return zip(files);
}

function behavioursOf({ items, resources }) {
  const launched = items.filter(({ resource }) => resource);
  return new Map(launched.map((item) => [resources[item.resource].href, item.sco_behavior]));
}
