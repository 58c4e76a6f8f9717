// The helpers themselves, so that a broken helper is not mistaken for a broken product.
import { execFileSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/test.js';
import { crc32 } from '../support/crc32.js';
import { zip } from '../support/zip.js';

test('the checksum of the standard example is right', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
});

test('another program reads a zip of ours', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'clikc-zip-')), 'a.zip');
  const files = { 'imsmanifest.xml': '<manifest/>', 'دروس/صفحة.html': 'مرحبا' };
  await writeFile(path, zip(new Map(Object.entries(files).map(([k, v]) => [k, Buffer.from(v)]))));
  const read = 'import sys,zipfile,json;z=zipfile.ZipFile(sys.argv[1]);z.testzip();'
    + 'print(json.dumps({n:z.read(n).decode() for n in z.namelist()}))';
  expect(JSON.parse(execFileSync('python3', ['-c', read, path]))).toEqual(files);
});

test('an inaccessible page is noticed', async ({ page }) => {
  await page.setContent('<html lang="en"><title>t</title><main><h1>t</h1><img src="x"></main>');
  await expect(expectAccessible(page)).rejects.toThrow(/image-alt/);
});
