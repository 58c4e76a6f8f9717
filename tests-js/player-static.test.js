import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const player = join(root, 'static/player');
const ours = [...readdirSync(player).map((name) => join(player, name)), join(root, 'static/js/launch.js')];
const scripts = ours.filter((path) => path.endsWith('.js')).map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]);
const shell = readFileSync(join(root, 'templates/player/shell.html'), 'utf8');

/** What a player must not do, and why. */
const FORBIDDEN = {
  'an unload handler (browsers switch it off, and it breaks going back)': /addEventListener\(\s*['"]unload['"]|\bonunload\b/,
  'a synchronous request (refused while a page closes)': /\.open\([^)]*,\s*false\s*\)|XMLHttpRequest/,
  'a beacon (it cannot carry a content type that is checked, nor be answered)': /sendBeacon/,
  'evaluated text': /\beval\s*\(|new Function\b|setTimeout\(\s*['"`]/,
  'markup made of text': /\.(innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write/,
  'a message to any origin': /postMessage\([^;]*['"]\*['"]/,
};

for (const [what, pattern] of Object.entries(FORBIDDEN)) {
  test(`our scripts contain no case of ${what}`, () => {
    for (const [path, source] of scripts) assert.doesNotMatch(withoutComments(source), pattern, path);
  });
}

test('the patterns above find what they forbid', () => {
  const samples = [
    "addEventListener('unload', f)", "x.open('POST', url, false)", 'navigator.sendBeacon(u)', 'eval (s)',
    'a.innerHTML = s', "opener.postMessage({}, '*')",
  ];
  Object.values(FORBIDDEN).forEach((pattern, i) => assert.match(samples[i], pattern));
});

test('scripts depend on nothing but their neighbours', () => {
  for (const [path, source] of scripts) {
    for (const [, from] of source.matchAll(/^import .* from '([^']+)'/gm)) assert.match(from, /^\.\/[a-z]+\.js$/, path);
  }
});

test('the page has no inline script or style, and loads the whole player as one file', () => {
  assert.doesNotMatch(shell, /\sstyle=|<style|\son[a-z]+=/);
  const scripts = [...shell.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
  for (const attributes of scripts) assert.match(attributes, /src=|application\/json/);
  assert.deepEqual(scripts.flatMap((attributes) => attributes.match(/player\/\w+\.js/) ?? []), ['player/all.js']);
});

test('A32: the whole player is at most 60 KB over the wire', () => {
  const files = [...readdirSync(player).map((name) => join(player, name)), join(root, 'templates/player/shell.html')];
  const bytes = files.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  assert.ok(bytes <= 60_000, `${bytes} bytes`);
});

const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar'];
const CONTROLS = { previous: 'Previous', continue: 'Continue', exit: 'Exit', 'exit-all': 'Exit all', abandon: 'Abandon', 'abandon-all': 'Abandon all', 'suspend-all': 'Suspend all' };

function messagesOf(lang) {
  const text = readFileSync(join(root, 'locales', lang, 'player.ftl'), 'utf8');
  return new Map([...text.matchAll(/^(player-[a-z-]+) = (.+)$/gm)].map(([, key, words]) => [key, words]));
}

test('every word of the player exists in every language, with the same places to fill in', () => {
  const english = messagesOf('en');
  const places = (words) => [...words.matchAll(/%\w+%/g)].map(String).sort();
  for (const lang of LANGUAGES) {
    const messages = messagesOf(lang);
    assert.deepEqual([...messages.keys()], [...english.keys()], lang);
    for (const [key, words] of messages) assert.deepEqual(places(words), places(english.get(key)), `${lang} ${key}`);
  }
});

test('every word that the scripts ask for exists, and none is left over', () => {
  const known = [...messagesOf('en').keys()].map((key) => key.replace('player-', ''));
  const source = scripts.map(([, code]) => code).join('\n');
  const asked = new Set([...Object.keys(CONTROLS), 'needs-javascript']);
  for (const [, key] of source.matchAll(/\btext\('([a-z-]+)'/g)) asked.add(key);
  for (const [, key] of source.matchAll(/\bnotice\('([a-z-]+)'/g)) asked.add(`notice-${key}`);
  asked.delete('notice-message');
  const families = ['state', 'mode', 'status', 'ended', 'log'];
  for (const key of asked) assert.ok(known.includes(key), `missing ${key}`);
  for (const key of known) assert.ok(asked.has(key) || families.includes(key.split('-')[0]), `left over ${key}`);
});

test('the controls bear the names that operators and tests rely on', () => {
  const english = messagesOf('en');
  for (const [key, name] of Object.entries(CONTROLS)) assert.equal(english.get(`player-${key}`), name);
});

function withoutComments(source) {
  return source.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '');
}
