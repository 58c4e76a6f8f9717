// Packs the packages of fixtures/ for uploading: a zip without compression, which every reader
// takes and which needs no dependency.
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { crc32 } from './crc32.js';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

// The path of a zip of fixtures/<name>; `extra` adds or replaces files: { path: text }.
export async function zipFixture(name, extra = {}) {
  const files = new Map();
  const folder = join(fixtures, name);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files.set(relative(folder, path).split(sep).join('/'), await readFile(path));
    }
  }
  for (const [path, text] of Object.entries(extra)) {
    files.set(path, Buffer.from(text));
  }
  const target = join(await mkdtemp(join(tmpdir(), 'clikc-zip-')), `${name}.zip`);
  await writeFile(target, zip(files));
  return target;
}

// `files` maps paths to buffers.
export function zip(files) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [path, data] of files) {
    const name = Buffer.from(path);
    const common = commonHeader(name, data);
    const local = Buffer.concat([u32(0x04034b50), common, name]);
    // The directory adds: comment, disk, attributes, place of the local header.
    const place = Buffer.concat([u16(0), u16(0), u16(0), u32(0), u32(offset)]);
    directory.push(u32(0x02014b50), u16(20), common, place, name);
    bodies.push(local, data);
    offset += local.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const count = u16(files.size);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(listing.length), u32(offset)];
  return Buffer.concat([...bodies, listing, ...end, u16(0)]);
}

// Version, flags (names are UTF-8), method (stored), time, date, checksum, sizes, name, extra.
function commonHeader(name, data) {
  const midnight = [u16(0), u16(0x21)];
  const sizes = [u32(data.length), u32(data.length)];
  const head = [u16(20), u16(0x0800), u16(0), ...midnight, u32(crc32(data)), ...sizes];
  return Buffer.concat([...head, u16(name.length), u16(0)]);
}

function u16(value) {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function u32(value) {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
