import type { LoggerService } from '@nestjs/common';
import { maskLongNumbers } from '../../core/formats/mask-long-numbers.js';
import { terminalText } from './terminal-text.js';

/** Warnings and errors as plain lines on stderr: stdout belongs to a command's answer. */
export class StderrLogger implements LoggerService {
  constructor(private readonly write: (line: string) => unknown = (line) => process.stderr.write(line)) {}

  log(): void {
    // How the app is put together interests nobody who gives a command.
  }

  warn(message: unknown): void {
    this.print(message);
  }

  error(message: unknown): void {
    // Nest reports an error of the start and then throws it: whoever catches it says it once.
    if (!(message instanceof Error)) this.print(message);
  }

  fatal(message: unknown): void {
    this.print(message);
  }

  private print(message: unknown): void {
    this.write(`${terminalText(maskLongNumbers(String(message)))}\n`);
  }
}
