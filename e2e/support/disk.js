// What a browser has really written down.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

// Whether its storage in this folder has come so far that a power cut leaves the text there.
export async function isOnDisk(folder, text) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // Files come and go while the browser runs.
    const bytes = entry.isFile() ? await readFile(join(entry.parentPath, entry.name)).catch(() => null) : null;
    if (bytes?.includes(text) || bytes?.includes(Buffer.from(text, 'utf16le'))) {
      return true;
    }
  }
  return false;
}
