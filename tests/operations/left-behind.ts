import type { SmallLibrary } from './library';

/** Jobs that look at every tick, by the names of their records. */
export const LOOKING = [
  'move_closures',
  'follow_up_cataloguing',
  'mend_barcodes',
  'expire_holds',
  'end_unneeded_holds',
  'settle_events',
  'forget_histories',
  'count_figures',
  'tell_results',
  'settle_talks',
  'follow_up_media',
  'follow_up_deliveries',
  'take_files_away',
  'match_profiles',
  'send_outbox',
  'goOnImporting',
];

interface Report {
  job: string;
  done: number;
}

export const reportsOf = async (library: SmallLibrary, name = 'jobs'): Promise<Report[]> => {
  const { result, errMsg } = await library.cloud.timer(name);
  if (errMsg !== undefined) throw new Error(errMsg);
  return (result as { value: Report[] }).value;
};

/**
 * What a tick has left although there was something to do: a round of all jobs right behind it has nothing to
 * do where every occasion was seen.
 */
export const leftBehind = async (library: SmallLibrary): Promise<Report[]> => {
  await library.cloud.timer('jobs');
  const others = (await library.documents('jobRuns')).map((run) => ({
    ...run,
    jobs: run.jobs.filter((name) => !LOOKING.includes(name)),
  }));
  await library.cloud.db.clear('jobRuns');
  await library.cloud.db.upsert('jobRuns', others);
  const round = await reportsOf(library);
  if (LOOKING.some((name) => !round.some(({ job }) => job === name)))
    throw new Error(`not all jobs looked: ${JSON.stringify(round)}`);
  return round.filter(({ done }) => done > 0);
};
