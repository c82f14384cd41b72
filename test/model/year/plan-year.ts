import type { ActivityFact, MonthPlan, RosterFact, YearPlan } from './facts.js';
import { planHeld, planVerified, sheetOf } from './plan-activities.js';
import { planMoney } from './plan-money.js';
import { planPeople } from './plan-people.js';
import { planPolicies } from './plan-policies.js';
import { Roll } from './roll.js';
import { months, nagariOf } from './world.js';

/** Everything that happens in a year, month by month as the offices hear of it; the same seed, the same year. */
export function planYear(seed: number): YearPlan {
  const people = planPeople(seed);
  const decrees = planPolicies(seed);
  const held = planHeld(seed);
  const money = planMoney(seed);
  const [truth, known] = [new Roll(), new Roll()];
  for (const { fact } of people) truth.hear(fact);
  let waiting: readonly ActivityFact[] = [];
  const planned = months.map((month, index): MonthPlan => {
    const roster = people.filter(({ knownAfter }) => knownAfter === index).map(({ fact }) => fact);
    for (const fact of roster) known.hear(fact);
    const activities = held
      .filter(({ comesAfter }) => comesAfter === index)
      .map((one) => sheetOf(one, seed, { truth, known }))
      .filter(({ attended }) => attended.length > 0);
    waiting = [...waiting, ...activities];
    const verified = planVerified(seed, index, waiting);
    const isVerified = ({ posyandu, on }: ActivityFact) =>
      verified.some((one) => one.nagari === nagariOf(posyandu) && on.startsWith(one.month));
    waiting = waiting.filter((fact) => !isVerified(fact));
    const policies = decrees.filter(({ knownAfter }) => knownAfter === index).map(({ policy }) => policy);
    return { month, policies, roster, activities, verified, money: money[index] ?? [] };
  });
  return { seed, months: planned };
}

/** The facts of a month in rounds: what is heard of one kader twice comes in two sheets, one after the other. */
export function roundsOf(roster: readonly RosterFact[]): readonly (readonly RosterFact[])[] {
  const rounds: RosterFact[][] = [];
  const heard = new Map<number, number>();
  for (const fact of roster) {
    const round = heard.get(fact.kader) ?? 0;
    heard.set(fact.kader, round + 1);
    (rounds[round] ??= []).push(fact);
  }
  return rounds;
}
