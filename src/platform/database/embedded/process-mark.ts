import { readFileSync } from 'node:fs';
import { codeOf } from '../unreachable.js';

/**
 * What tells this process from a later one with the same number: its start, where the system shows it
 * (Linux); elsewhere the empty text. Undefined when there is no such process.
 */
export function processMark(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  try {
    const line = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // Field 22, counted after the name in parentheses, which may itself hold spaces.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** The name of a process's program (Linux), or undefined where the system does not show it. */
export function processName(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, so it lives.
    return codeOf(error) === 'EPERM';
  }
}
