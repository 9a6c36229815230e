import { takeVerdict } from '../features/media';
import { servePushes } from '../platform/serve-pushes';

/** What WeChat itself sends: its verdicts on pictures and voices. */
export const main = servePushes(takeVerdict);
