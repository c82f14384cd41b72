/**
 * A page of ours that leads on by itself. The cookie of a session is "strict": a browser that another site sent here,
 * by a link in a message or from the identity provider, does not show it, not even to where it is redirected. To
 * where a page of ours leads it shows the cookie.
 *
 * @param path a plain address of ours
 */
export function leadOn(path: string): string {
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${path}"><title>Honor Kader</title></head>
<body><p><a href="${path}">Lanjut</a></p></body></html>
`;
}
