/** A package as a lock file of npm, version 3, tells of it. */
export interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface Lock {
  packages: Record<string, LockedPackage>;
}

/**
 * Where a package at `from` finds a dependency, as Node looks for it: beside its own, then one folder up and
 * up; undefined where the lock has none.
 */
export const placeOf = ({ packages }: Lock, from: string, name: string): string | undefined => {
  const beside = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (packages[beside]) return beside;
  if (from === '') return undefined;
  return placeOf({ packages }, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
};

/** The places of everything that these dependencies of the root need, themselves included. */
export const neededBy = (lock: Lock, names: readonly string[]): string[] => {
  const needed = new Set<string>();
  const visit = (from: string, name: string, isOptional: boolean): void => {
    const place = placeOf(lock, from, name);
    if (!place && isOptional) return;
    if (!place) throw new Error(`package-lock.json has no ${name}, which ${from || 'the root'} needs`);
    if (needed.has(place)) return;
    needed.add(place);
    const { dependencies = {}, optionalDependencies = {} } = lock.packages[place] ?? {};
    for (const each of Object.keys(dependencies)) visit(place, each, each in optionalDependencies);
    for (const each of Object.keys(optionalDependencies)) visit(place, each, true);
  };
  for (const name of names) visit('', name, false);
  return [...needed].sort();
};

/**
 * The lock file of a function: what it needs, in the versions and with the sums of the root's lock. Without
 * it the cloud's install would take whatever is newest under the SDK on that day.
 */
export const lockOf = (
  lock: Lock,
  own: { name: string; version: string; dependencies: Record<string, string> },
): object => ({
  name: own.name,
  version: own.version,
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': own,
    ...Object.fromEntries(
      neededBy(lock, Object.keys(own.dependencies)).map((place) => {
        const { dev: _dev, ...locked } = lock.packages[place] ?? {};
        return [place, locked];
      }),
    ),
  },
});
