import type { Pulse } from '../../../../../typings/contract';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';

const row = ({ service, days, tone, next }: Pulse) => ({
  service,
  tone,
  next,
  standing:
    days === null ? '从未使用' : days === 0 ? (tone === 'urgent' ? '要处理' : '正常') : `${days} 天前`,
});
const health = loads('figureDesk.health', ({ pulses }) => ({ pulses: pulses.map(row) }));

/** Whether the library's account lives: what was not used or answered for long, each with the next step. */
Page(screen([wide, health], {}));
