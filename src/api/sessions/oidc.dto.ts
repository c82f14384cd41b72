import { Text } from '../../web/fields.js';

export class OidcStartWish {
  @Text({
    about: 'Halaman sesudahnya, misalnya /spp; bila bukan halaman layanan ini, halaman pertama',
    optional: true,
    max: 100,
    min: 0,
  })
  then?: string;
}
