import type { INestApplicationContext } from '@nestjs/common';
import { COMMAND_LINE } from '../../platform/session/where-we-stand.js';
import type { Actor } from '../identity/identity-log.service.js';
import { UsersService } from '../users/users.service.js';

/** The person named by `--by`, as somebody who asks from the command line. @throws DomainError `user.unknown`, `user.inactive` */
export async function commandPerson(app: INestApplicationContext, username: string): Promise<Actor> {
  const { id } = await app.get(UsersService).require(username);
  return { userId: id, address: COMMAND_LINE, agent: 'honor' };
}
