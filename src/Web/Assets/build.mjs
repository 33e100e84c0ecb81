// Bundles styles, scripts, fonts and icons into ../wwwroot/dist. Stable names: MapStaticAssets makes the fingerprints.
import * as esbuild from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const components = join(here, '..', 'Components');
const out = join(here, '..', 'wwwroot', 'dist');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** Files of our own kind in css/, ts/ and in the components' folders, in a stable order. */
function sources(folder, extension) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith(extension) && !name.endsWith('.d.ts'))
    .sort()
    .map(name => './' + relative(here, join(folder, name)).replaceAll('\\', '/'));
}

// Layers are declared before anything that fills them; components add theirs by lying in their folder.
const styles = [
  '@layer reset, base, layout, ui, util;',
  ...[...sources(join(here, 'css'), '.css'), ...sources(components, '.css')].map(file => `@import "${file}";`),
].join('\n');
const scripts = [...sources(join(here, 'ts'), '.ts'), ...sources(components, '.ts')].map(file => `import "${file}";`).join('\n');

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  target: ['es2022'], // no CSS lowering: light-dark() stays whole
  legalComments: 'linked',
  logLevel: 'warning',
  external: ['/dist/*'],
};
await Promise.all([
  esbuild.build({ ...common, stdin: { contents: styles, resolveDir: here, loader: 'css' }, outfile: join(out, 'app.css') }),
  esbuild.build({ ...common, stdin: { contents: scripts, resolveDir: here, loader: 'ts' }, outfile: join(out, 'app.js'), format: 'iife' }),
  // What single pages alone need: a file of its own each, which those pages ask for.
  esbuild.build({ ...common, entryPoints: sources(join(here, 'pages'), '.ts'), outdir: out, format: 'iife', loader: { '.png': 'dataurl' } }),
]);

copyFileSync(join(here, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'), join(out, 'inter.woff2'));
copyFileSync(join(here, 'node_modules/htmx.org/dist/htmx.min.js'), join(out, 'htmx.js'));

const names = JSON.parse(readFileSync(join(here, 'icons.json'), 'utf8'));
const symbols = names.map(entry => {
  const [name, kind = 'outline'] = entry.split(':');
  const file = readFileSync(join(here, `node_modules/@tabler/icons/icons/${kind}/${name}.svg`), 'utf8');
  const body = file.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');
  return `<symbol id="${kind === 'filled' ? name + '-filled' : name}" viewBox="0 0 24 24">${body}</symbol>`;
});
writeFileSync(join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
