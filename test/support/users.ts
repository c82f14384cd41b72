import type { INestApplicationContext } from '@nestjs/common';
import { UsersService } from '../../src/modules/users/users.service.js';

/** Registers people by their user names alone, where a test needs no more of them. */
export async function addUsers(app: INestApplicationContext, ...usernames: readonly string[]): Promise<void> {
  for (const username of usernames)
    await app.get(UsersService).add({ username, fullName: username, position: 'Bendahara' });
}
