import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection of bytes, as no client library would send them. */
export class RawConnection {
  private text = '';
  private readonly closed: Promise<void>;

  private constructor(readonly socket: Socket) {
    socket.setEncoding('latin1').on('data', (piece: string) => {
      this.text += piece;
    });
    // A server that hangs up while we still write is what some of these tests want.
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        resolve();
      });
    });
  }

  static async to(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  write(bytes: string | Buffer): void {
    this.socket.write(bytes);
  }

  /** All that came until the server hung up. */
  async untilClosed(): Promise<string> {
    await this.closed;
    return this.text;
  }

  /** What came until something that looks so stood in it. */
  async until(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.text) && !this.socket.closed) {
      await Promise.race([once(this.socket, 'data'), this.closed]);
    }
    return this.text;
  }
}
