import { readTable } from '../../../platform/spreadsheet/read-table.js';
import { regionLayout } from '../../../core/region/region-layout.js';
import type { DemoRegion } from './places.js';

/** The nagari of a list of regions such as config/regions/13.10-dharmasraya.csv. */
export async function readDemoRegions(path: string): Promise<DemoRegion[]> {
  const { rows } = await readTable(path, regionLayout);
  return rows.flatMap(({ values }) =>
    values === undefined
      ? []
      : [
          {
            code: values.nagariCode,
            name: values.nagari,
            kecamatan: values.kecamatan,
            kabupaten: values.kabupaten,
          },
        ],
  );
}
