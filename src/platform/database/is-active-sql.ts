/** SQL: whether the user with this id may work. The last word on her counts; without one she may. */
export function isActiveSql(userId: string): string {
  return `coalesce((select is_active from user_standing where user_standing.user_id = ${userId} order by id desc limit 1), true)`;
}
