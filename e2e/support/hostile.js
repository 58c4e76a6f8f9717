// A few archives that mean harm, each a playable package but for its attack. The whole gallery is tested where archives
// are read (packages/src/testing/hostile.rs); these are for what a running service does with them.
import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.js';
import { pack } from './zip.js';

const MB = 1 << 20;

const MANIFEST = `<?xml version="1.0"?><manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><metadata><schema>ADL SCORM</schema>
  <schemaversion>1.2</schemaversion></metadata><organizations default="o"><organization identifier="o"><title>T</title>
  <item identifier="i" identifierref="r"><title>T</title></item></organization></organizations><resources>
  <resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html"/></resources></manifest>`;

// What makes a package of any files: its manifest and its one page.
export function packageOf(more) {
  const own = { 'imsmanifest.xml': MANIFEST, 'index.html': '<!doctype html><title>T</title><h1>T</h1>' };
  return pack([...Object.entries(own).map(([path, text]) => ({ path, data: Buffer.from(text) })), ...more]);
}

const zeros = Buffer.alloc(300 * MB);

export const ATTACKS = {
  'a ratio bomb': () => packageOf([{ path: 'zeros.bin', data: deflateRawSync(zeros), method: 8, size: zeros.length, crc: 1 }]),
  'a count bomb': () => packageOf(Array.from({ length: 200_000 }, (_, n) => (
    { path: n.toString(36), data: Buffer.alloc(0), crc: 0, headerAt: 0 }
  ))),
  'a file larger than it says': () => {
    const large = zeros.subarray(0, 4 * MB);
    return packageOf([{ path: 'lie.bin', data: deflateRawSync(large), method: 8, size: 10, crc: crc32(large) }]);
  },
  'an archive that is cut off': () => [Buffer.concat(packageOf([])).subarray(0, -30)],
};
