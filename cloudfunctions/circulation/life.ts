/** One way from state to state. `new` stands before the first. */
interface Transition {
  readonly act: string;
  readonly from: readonly string[];
  readonly to: string;
  /** The rule of this room that lets it happen, or decides that it does. */
  readonly rule: string;
}

/** Everything that can happen to a thing: what is not in its life is impossible. */
export type Life = readonly Transition[];

type StateOf<L extends Life> = L[number]['from'][number] | L[number]['to'];
type Ways<L extends Life, A> = Extract<L[number], { act: A }>;

/**
 * The state that an act leads to.
 * @throws when the thing's life knows no such way: then the code is wrong, not the reader.
 */
export const stateAfter = <const L extends Life, A extends L[number]['act']>(
  life: L,
  act: A,
  from: StateOf<L>,
): Ways<L, A>['to'] => {
  const way = life.find((each): each is Ways<L, A> => each.act === act && each.from.includes(from));
  if (!way) throw new Error(`nothing that is ${from} can ${act}`);
  return way.to;
};

/** The state to which an act is taken back. @throws when the act does not lead from there to what is now. */
export const stateBefore = <const L extends Life, S extends StateOf<L>>(
  life: L,
  acts: readonly L[number]['act'][],
  now: StateOf<L>,
  before: S,
): S => {
  const known = life.some(({ act, from, to }) => acts.includes(act) && to === now && from.includes(before));
  if (!known) throw new Error(`what is ${now} was not ${before} before it`);
  return before;
};
