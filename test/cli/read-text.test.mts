import fc from 'fast-check';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readText, textOf } from '../../src/cli/read-text.mts';

function checkText(text: string): void {
  expect(textOf(Buffer.from(text, 'utf8'))).toBe(text);
}

test.each(['', 'plain', '\ufeffAnn', 'Zoë — 📅 李明', '\ufffd', '\u0000', '\ud7ff\ue000\u{10ffff}'])(
  '%j is read as it is',
  checkText,
);

test.each([[[0xff]], [[0x61, 0xc3]], [[0xed, 0xa0, 0x80]], [[0xc0, 0xaf]], [[0xf4, 0x90, 0x80, 0x80]], [[0x80]]])(
  '%j is no UTF-8',
  (bytes) => {
    expect(textOf(Buffer.from(bytes))).toBeNull();
  },
);

test('whatever the text and the bytes: as Node reads them', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), checkText));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
      const text = textOf(Buffer.from(bytes));
      if (text === null) expect(Buffer.from(bytes).toString('utf8')).toContain('\ufffd');
      else expect(text).toBe(Buffer.from(bytes).toString('utf8'));
    }),
  );
});

test('files as large as the scratch paper, and larger, are read whole', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-'));
  const file = path.join(folder, 'a.md');
  for (const size of [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20]) {
    const text = 'é'.repeat(size >> 1) + 'x'.repeat(size & 1);
    fs.writeFileSync(file, text);
    const handle = fs.openSync(file, 'r');
    expect(readText(handle) === text).toBe(true);
    fs.closeSync(handle);
  }
  fs.rmSync(folder, { recursive: true });
});
