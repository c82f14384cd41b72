/** What a policy document may be checked against: the vocabularies of its installation. */
export interface PolicyVocabulary {
  readonly roles: readonly string[];
  readonly tiers: readonly string[];
  readonly bidang: readonly string[];
  readonly activityKinds: readonly string[];
}
