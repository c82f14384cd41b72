import type { INestApplicationContext } from '@nestjs/common';
import { COMMAND_LINE } from '../../platform/session/where-we-stand.js';
import { UsersService, type User } from '../users/users.service.js';
import type { Actor } from './identity-log.service.js';

/** The person named by `--by`, as somebody who acts. @throws DomainError `user.unknown`, `user.inactive` */
export async function commandActor(app: INestApplicationContext, username: string): Promise<Actor> {
  const { id } = await app.get(UsersService).require(username);
  return { address: COMMAND_LINE, agent: 'honor', userId: id };
}

/** The person a command is about, who may have been deactivated. @throws DomainError `user.unknown` */
export function commandSubject(app: INestApplicationContext, username: string): Promise<User> {
  return app.get(UsersService).registered(username);
}
