import { pageOf } from '../../lib/routes';

/** Pages of this feature that only it opens. */
export const workRoutes = {
  call: (callId: string) => pageOf('works', 'call', { callId }),
  write: (callId: string) => pageOf('works', 'write', { callId }),
  work: (workId: string) => pageOf('works', 'work', { workId }),
  run: (callId: string) => pageOf('works', 'run', { callId }),
  judge: (callId: string) => pageOf('works', 'judge', { callId }),
  mark: (callId: string, workId: string) => pageOf('works', 'mark', { callId, workId }),
};
