import type { Talk, TalkLine } from '../../../typings/contract';
import type { Outcome } from '../../lib/call';
import { isTyping, lastOf, merged, toTheEnd } from './lines';

/** A page on which a talk goes on, of either side. */
interface Page<T extends Talk> {
  data: { talkId: string; talk: T | null };
  undrawn: { lines: TalkLine[]; typedAt: number };
  setData(data: Record<string, unknown>): void;
  deliver(): Promise<void>;
  fetchPictures(): Promise<void>;
  drawn(talk: T): Record<string, unknown>;
}

interface Further {
  talkId: string;
  after: number;
  typing: boolean;
}

/**
 * Sends what waits, and draws what came since the last look; whether that was anything new. `show` asks the
 * library from there on.
 */
export async function lookOn<T extends Talk>(
  page: Page<T>,
  show: (further: Further) => Promise<Outcome<{ talk: T; lines: TalkLine[] }>>,
): Promise<boolean> {
  const { talkId, talk: before } = page.data;
  if (!before) return false;
  const after = lastOf(page.undrawn.lines);
  const typing = isTyping(page.undrawn.typedAt, Date.now());
  await page.deliver();
  const outcome = await show({ talkId, after, typing });
  page.setData({ offline: outcome.kind === 'offline' });
  if (outcome.kind !== 'value') return false;
  const { talk, lines } = outcome.value;
  page.undrawn.lines = merged(page.undrawn.lines, lines);
  page.setData(page.drawn(talk));
  void page.fetchPictures();
  if (lines.length > 0) toTheEnd();
  return lines.length > 0 || talk.state !== before.state || talk.otherTypes;
}
