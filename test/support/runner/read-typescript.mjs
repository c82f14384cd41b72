import { register } from 'node:module';

/** Lets this process, and the workers it starts with the same arguments, import TypeScript as it stands. */
register('./typescript-hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
