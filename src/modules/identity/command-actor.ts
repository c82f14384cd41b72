import type { INestApplicationContext } from '@nestjs/common';
import { UsersService, type User } from '../users/users.service.js';
import type { Actor } from './identity-log.service.js';

/** Where the command line stands, in the place of a network address. */
const COMMAND_LINE = { address: 'baris perintah', agent: 'honor' } as const;

/** The person named by `--by`, as somebody who acts. @throws DomainError `user.unknown`, `user.inactive` */
export async function commandActor(app: INestApplicationContext, username: string): Promise<Actor> {
  const { id } = await app.get(UsersService).require(username);
  return { ...COMMAND_LINE, userId: id };
}

/** The person a command is about, who may have been deactivated. @throws DomainError `user.unknown` */
export function commandSubject(app: INestApplicationContext, username: string): Promise<User> {
  return app.get(UsersService).registered(username);
}
