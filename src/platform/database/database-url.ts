/** The same server and user, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The database that a URL names. */
export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** The same server, database and password, another user. */
export function withLogin(url: string, login: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(login);
  return changed.href;
}
