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
  return Buffer.concat(pack([...files].map(([path, data]) => ({ path, data }))));
}

// The same in pieces, for archives that are too large to be copied about or that do not tell the truth: `data` may be in
// pieces too, `method`, `size` and `crc` are believed, and an entry with `headerAt` has no data of its own.
export function pack(entries) {
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const { path, data, method = 0, size, crc, headerAt } of entries) {
    const name = Buffer.from(path);
    const chunks = [data].flat();
    const packed = lengthOf(chunks);
    const common = commonHeader(name, { method, crc: crc ?? crc32(data), packed, size: size ?? packed });
    // The directory adds: comment, disk, attributes, place of the local header.
    const place = Buffer.concat([u16(0), u16(0), u16(0), u32(0), u32(headerAt ?? offset)]);
    directory.push(u32(0x02014b50), u16(20), common, place, name);
    if (headerAt === undefined) {
      const local = Buffer.concat([u32(0x04034b50), common, name]);
      pieces.push(local, ...chunks);
      offset += local.length + packed;
    }
  }
  const listing = Buffer.concat(directory);
  return [...pieces, listing, directoryEnd(entries.length, listing.length, offset)];
}

export function lengthOf(pieces) {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

// The bytes of an archive in pieces from `start` on, `length` of them or as many as there are.
export function partOf(pieces, start, length) {
  const found = [];
  let at = 0;
  for (const piece of pieces) {
    if (at < start + length && at + piece.length > start) {
      found.push(piece.subarray(Math.max(0, start - at), start + length - at));
    }
    at += piece.length;
  }
  return Buffer.concat(found);
}

// Version, flags (names are UTF-8), method, time, date, checksum, sizes, name, extra.
function commonHeader(name, { method, crc, packed, size }) {
  const midnight = [u16(0), u16(0x21)];
  const head = [u16(20), u16(0x0800), u16(method), ...midnight, u32(crc), u32(packed), u32(size)];
  return Buffer.concat([...head, u16(name.length), u16(0)]);
}

function directoryEnd(count, length, offset) {
  const end = (entries) => [u32(0x06054b50), u16(0), u16(0), u16(entries), u16(entries), u32(length), u32(offset), u16(0)];
  if (count < 0xffff) {
    return Buffer.concat(end(count));
  }
  // More than the old record can count are counted by a second one (APPNOTE 4.3.14), which a third finds.
  const counts = [u64(count), u64(count), u64(length), u64(offset)];
  const large = [u32(0x06064b50), u64(44), u16(45), u16(45), u32(0), u32(0), ...counts];
  const locator = [u32(0x07064b50), u32(0), u64(offset + length), u32(1)];
  return Buffer.concat([...large, ...locator, ...end(0xffff)]);
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

function u64(value) {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}
