// Cuts the faces of the documents to the letters of the languages around, and writes them where Fonts.targets says. Skia embeds a face whole.
import subsetFont from 'subset-font';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
mkdirSync(out, { recursive: true });

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
// Latin letters with all their marks (Swedish, its neighbours, Polish, Turkish, Romanian …) and the signs of a text.
const letters = range(0x20, 0x7e) + range(0xa0, 0x17f) + 'ȘșȚț' + '–—‘’‚“”„†•…‰′″‹›€™−·×';

for (const [name, face] of [['Regular', '400Regular/Inter_400Regular.ttf'], ['Strong', '600SemiBold/Inter_600SemiBold.ttf']]) {
  const whole = readFileSync(join(here, 'node_modules/@expo-google-fonts/inter', face));
  const cut = await subsetFont(whole, letters, { targetFormat: 'sfnt', noLayoutClosure: true, preserveNameIds: [] });
  writeFileSync(join(out, `${name}.ttf`), cut);
}
