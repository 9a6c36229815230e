import type { Instant } from '../../typings/contract/shapes';
import type { TalkSkill } from '../../typings/contract/talks';

/** A librarian who is there, and what they have. */
export interface Librarian {
  id: string;
  /** What they answer; none named: everything. */
  skills: readonly TalkSkill[];
  limit: number;
  talks: number;
  /** When they took their last one; "" of none. */
  lastTakenAt: Instant | '';
}

export const answers = ({ skills }: Pick<Librarian, 'skills'>, skill: TalkSkill): boolean =>
  skills.length === 0 || skills.includes(skill);

/**
 * Whose turn a question is: of those who answer such ones and have room, who has fewest talks, and of equals
 * who has rested longest. Nobody's, where all are full: then whoever is free first takes it.
 */
export const turnOf = (skill: TalkSkill, librarians: readonly Librarian[]): string | undefined =>
  librarians
    .filter((each) => answers(each, skill) && each.talks < each.limit)
    .sort(
      (a, b) => a.talks - b.talks || a.lastTakenAt.localeCompare(b.lastTakenAt) || a.id.localeCompare(b.id),
    )[0]?.id;

/** Whose turn each question of a queue is, as if all before it were taken by whose turn they are. */
export const turnsOf = (
  queue: readonly { talkId: string; skill: TalkSkill }[],
  librarians: readonly Librarian[],
): ReadonlyMap<string, string> => {
  const turns = new Map<string, string>();
  let now = librarians;
  for (const { talkId, skill } of queue) {
    const id = turnOf(skill, now);
    if (id === undefined) continue;
    turns.set(talkId, id);
    now = now.map((each) => (each.id === id ? { ...each, talks: each.talks + 1 } : each));
  }
  return turns;
};
