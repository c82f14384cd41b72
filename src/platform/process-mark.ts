import { readFileSync } from 'node:fs';
import { codeOf } from './database/unreachable.js';

/**
 * What tells this process from a later one with the same number: its start, where the system shows it
 * (Linux); elsewhere the empty text. Undefined when there is no such process, or only its corpse: a
 * container often has nobody who buries the dead, and a signal still reaches them.
 */
export function processMark(pid: number): string | undefined {
  if (!isListed(pid)) return undefined;
  const fields = statusFields(pid);
  if (fields === undefined) return '';
  return isDead(fields) ? undefined : fields[19];
}

/** True when the number surely belongs to something else than a living process of that program (Linux). */
export function isAnotherProgram(pid: number, program: string): boolean {
  const fields = statusFields(pid);
  return fields !== undefined && (isDead(fields) || programName(pid) !== program);
}

// What follows the name in parentheses, which may itself hold spaces: the state, then numbers.
function statusFields(pid: number): string[] | undefined {
  const line = contentOf(pid, 'stat');
  return line?.slice(line.lastIndexOf(')') + 2).split(' ');
}

function isDead(fields: readonly string[]): boolean {
  return fields[0] === 'Z' || fields[0] === 'X';
}

function programName(pid: number): string | undefined {
  return contentOf(pid, 'comm')?.trim();
}

function contentOf(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

function isListed(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, so it is there.
    return codeOf(error) === 'EPERM';
  }
}
