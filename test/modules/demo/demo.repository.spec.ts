import { DemoRepository } from '../../../src/modules/demo/demo.repository.js';
import { testApp } from '../../support/app.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();

describe('DemoRepository.alone', () => {
  it('refuses a second demonstration while one runs, and lets the next one run after it', async () => {
    const demo = app.get(DemoRepository);
    const second = await demo.alone(() => refusalCodes(() => demo.alone(() => Promise.resolve())));
    expect(second).toEqual(['demo.already-running']);
    expect(await demo.alone(() => Promise.resolve('selesai'))).toBe('selesai');
  });
});
