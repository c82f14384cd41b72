/** What the start of this run told its workers (global-setup.mjs). */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the tests through npm test or npm run jest.`);
  return value;
}
