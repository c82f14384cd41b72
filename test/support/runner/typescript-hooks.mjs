import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

// As `tsconfig.json` has it: Nest knows what to inject by the metadata of decorators.
const OPTIONS = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
  },
  module: { type: 'es6' },
};

/** Finds `name.ts` or `name.tsx` where TypeScript says `name.js`. */
export function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !isTypeScript(context.parentURL ?? ''))
    return next(specifier, context);
  const named = new URL(specifier, context.parentURL).href;
  const source = ['.ts', '.tsx']
    .map((extension) => named.replace(/\.js$/, extension))
    .find((url) => existsSync(fileURLToPath(url)));
  return source === undefined
    ? next(specifier, context)
    : { url: source, format: 'module', shortCircuit: true };
}

/** Translates TypeScript; everything else is Node's. */
export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const filename = fileURLToPath(withoutQuery(url));
  const { code } = await transform(await readFile(filename, 'utf8'), { ...OPTIONS, filename });
  return { format: 'module', source: code, shortCircuit: true };
}

function isTypeScript(url) {
  return /\.tsx?$/.test(withoutQuery(url));
}

// The runner asks for a test file anew by a number after its name.
function withoutQuery(url) {
  return url.replace(/\?.*$/, '');
}
