// The clock of the commands that tests start as processes: 5 October 2026 at their start, as in `app.ts`, so that no
// test depends on the day it runs. Loaded by NODE_OPTIONS.
const RealDate = Date;
const shift = RealDate.parse('2026-10-05T03:00:00Z') - RealDate.now();

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shift);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + shift;
  }
};
