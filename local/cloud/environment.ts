/** Names of the local environment, of the form the platform gives them. */
export const environment = {
  envId: 'shuxiang-local',
  bucket: '7368-shuxiang-local-1250000000',
  appId: 'wx5368757869616e67',
  region: 'ap-shanghai',
} as const;

export const fileIdPrefix = `cloud://${environment.envId}.${environment.bucket}/`;
