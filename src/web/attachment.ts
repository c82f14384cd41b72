/**
 * The Content-Disposition of a file to be kept (RFC 6266): its name in plain letters for old programs, and as it is
 * for all others (RFC 8187). Nothing of the name can end the header or the name.
 */
export function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '_');
  const whole = encodeURIComponent(name.replace(/\p{Cs}/gu, '\uFFFD')).replace(/['()*]/g, asPercent);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

function asPercent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
