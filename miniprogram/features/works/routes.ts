const query = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
const page = (name: string, values: Record<string, string>): string =>
  `/features/works/pages/${name}/index?${query(values)}`;

/** Pages of this feature that only it opens. */
export const workRoutes = {
  call: (callId: string) => page('call', { callId }),
  write: (callId: string) => page('write', { callId }),
  work: (workId: string) => page('work', { workId }),
  run: (callId: string) => page('run', { callId }),
  judge: (callId: string) => page('judge', { callId }),
  mark: (callId: string, workId: string) => page('mark', { callId, workId }),
};
