/**
 * Which branches have a copy, of all titles: a title holds the number of a set, since few sets are met again
 * and again.
 */
export interface BranchSets {
  /** The set of each title: one, two or four bytes, as many sets as there are. */
  of: Uint8Array | Uint16Array | Uint32Array;
  /** Where the members of each set begin; one more at the end. */
  starts: Uint32Array;
  /** Numbers of branches. */
  members: Uint16Array;
}

export function branchSetStore() {
  const branches = new Map<string, number>();
  const sets = new Map<string, number>();
  const members: number[] = [];
  const starts = [0];
  return {
    numberOf(ids: readonly string[]): number {
      const numbers = [...new Set(ids)].map((id) => {
        if (!branches.has(id)) branches.set(id, branches.size);
        return branches.get(id)!;
      });
      const key = numbers.sort((a, b) => a - b).join();
      let set = sets.get(key);
      if (set === undefined) {
        sets.set(key, (set = sets.size));
        members.push(...numbers);
        starts.push(members.length);
      }
      return set;
    },
    branches: (): string[] => [...branches.keys()],
    sections: (ofTitles: Uint32Array) => ({
      branchSets: narrowed(ofTitles, sets.size),
      setStarts: Uint32Array.from(starts),
      setMembers: Uint16Array.from(members),
    }),
  };
}

const narrowed = (numbers: Uint32Array, below: number): BranchSets['of'] => {
  if (below <= 0x100) return Uint8Array.from(numbers);
  return below <= 0x10000 ? Uint16Array.from(numbers) : numbers;
};

/** For each set, 1 when the branch is among it. */
export function setsWith({ starts, members }: BranchSets, branch: number): Uint8Array {
  const having = new Uint8Array(starts.length - 1);
  if (branch < 0) return having;
  for (let set = 0; set < having.length; set++)
    for (let at = starts[set]!; at < starts[set + 1]!; at++) if (members[at] === branch) having[set] = 1;
  return having;
}
