/** The fields that say how many persons of a target group were served, with the name each is stored under. */
export const targetGroups = [
  ['bayi', 'bayi'],
  ['balita', 'balita'],
  ['ibuHamil', 'ibu-hamil'],
  ['remaja', 'remaja'],
  ['usiaProduktif', 'usia-produktif'],
  ['lansia', 'lansia'],
] as const;

export type TargetGroup = (typeof targetGroups)[number][1];
export type TargetCounts = Readonly<Partial<Record<TargetGroup, number>>>;

/** As a heading: `IBU HAMIL`. */
export function headingOfGroup(group: TargetGroup): string {
  return group.toUpperCase().replaceAll('-', ' ');
}
