import fc from 'fast-check';
import { attachment } from '../../src/web/attachment.js';

describe('attachment', () => {
  it('says a name twice: in plain letters, and as it is', () => {
    expect(attachment('daftar penerimaan "é".pdf')).toBe(
      `attachment; filename="daftar_penerimaan_.pdf"; filename*=UTF-8''daftar%20penerimaan%20%22%C3%A9%22.pdf`,
    );
  });

  it('is one header with two names, whatever the name', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('\r', '\n', '"', ';', '\\', '/', '\0', "'", '*', 'é', 'a', '\uD800'),
    });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (name) => {
        expect(attachment(name)).toMatch(
          /^attachment; filename="[A-Za-z0-9._-]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/,
        );
      }),
    );
  });
});
