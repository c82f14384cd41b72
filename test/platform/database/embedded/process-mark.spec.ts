import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isAnotherProgram, processMark } from '../../../../src/platform/database/embedded/process-mark.js';

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describe('processMark', () => {
  it('is there for a living process only', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    const pid = child.pid ?? 0;
    await once(child, 'exit');
    expect(processMark(pid)).toBeUndefined();
    expect(processMark(process.pid)).toBe(processMark(process.pid));
    expect(processMark(process.pid)).toBeDefined();
  });
});

describeOnLinux('a process that ended and was not waited for', () => {
  it('counts as gone', async () => {
    // The shell starts a program that ends at once, says its number, and becomes one that never waits.
    const shell = spawn('/bin/sh', ['-c', 'true & echo $!; exec tail -f /dev/null']);
    const [line] = (await once(shell.stdout, 'data')) as [Buffer];
    const corpse = Number(String(line));
    while (processMark(corpse) !== undefined) await new Promise(setImmediate);

    expect(process.kill(corpse, 0)).toBe(true);
    expect(isAnotherProgram(corpse, 'true')).toBe(true);
    shell.kill('SIGKILL');
    await once(shell, 'exit');
  });

  it('is told from a living one by its program', () => {
    expect(isAnotherProgram(process.pid, 'postgres')).toBe(true);
  });
});
