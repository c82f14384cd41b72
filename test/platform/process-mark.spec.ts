import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { isAnotherProgram, processMark } from '../../src/platform/process-mark.js';

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
    // The shell starts a reader of our pipe, says its number, and turns into a program that never waits.
    const script = 'cat <&3 & echo $!; exec tail -f /dev/null';
    const shell = spawn('/bin/sh', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
    const [, output, , gate] = shell.stdio as unknown as [null, Readable, null, Writable];
    const [line] = (await once(output, 'data')) as [Buffer];
    const corpse = Number(String(line));
    while (isAnotherProgram(shell.pid ?? 0, 'tail')) await new Promise(setImmediate);
    gate.end();
    while (processMark(corpse) !== undefined) await new Promise(setImmediate);

    expect(process.kill(corpse, 0)).toBe(true);
    expect(isAnotherProgram(corpse, 'cat')).toBe(true);
    shell.kill('SIGKILL');
    await once(shell, 'exit');
  });

  it('is told from a living one by its program', () => {
    expect(isAnotherProgram(process.pid, 'postgres')).toBe(true);
  });
});
