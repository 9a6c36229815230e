import type { Finding, FindingRow, LocalDate, Stocktake } from '../../../typings/contract';
import type { Outcome } from '../../lib/call';
import { moment } from '../../lib/dates';
import type { Signal } from '../../lib/feedback';
import { lines } from '../../lib/tell';

interface FindingWords {
  word: string;
  /** What it means, for the report. */
  about: string;
  tone: 'good' | 'soon' | 'urgent' | 'quiet';
  icon: string;
}

export const FINDINGS: Record<Finding, FindingWords> = {
  right: { word: '在位', about: '应在这里，也扫到了', tone: 'good', icon: 'check-circle' },
  misplaced: { word: '错架', about: '是本馆的书，但不该在这一段', tone: 'soon', icon: 'shelf' },
  unexpected: { word: '不应在架', about: '系统里它不在架上，要办一步手续', tone: 'urgent', icon: 'alert' },
  unknown: { word: '无记录', about: '没有这个条码', tone: 'urgent', icon: 'info' },
  missing: { word: '缺', about: '应在这里，没有扫到', tone: 'urgent', icon: 'search' },
};

export function isFinding(name: string): name is Finding {
  return Object.keys(FINDINGS).includes(name);
}

const FINDING_ORDER: Finding[] = ['missing', 'misplaced', 'unexpected', 'unknown', 'right'];

function rangeText({ shelf, fromCallNumber, toCallNumber }: Stocktake): string {
  const numbers =
    fromCallNumber || toCallNumber ? `${fromCallNumber || '起'} 至 ${toCallNumber || '止'}` : '';
  return [shelf || '全部架位', numbers].filter(Boolean).join(' · ');
}

/** How many of those that should stand there were seen, never past the whole. */
function progress({ expected, counts }: Stocktake): { seen: string; percent: number } {
  const percent = expected === 0 ? 0 : Math.min(100, Math.round((counts.right / expected) * 100));
  return { seen: `${counts.right} / ${expected} 册`, percent };
}

interface StocktakeCard {
  stocktakeId: string;
  range: string;
  who: string;
  finished: boolean;
  tone: 'good' | 'soon';
  status: string;
  seen: string;
  percent: number;
  problems: string;
}

export function stocktakeCard(stocktake: Stocktake, today: LocalDate): StocktakeCard {
  const { counts, finishedAt } = stocktake;
  const numbers = FINDING_ORDER.filter((finding) => finding !== 'right' && counts[finding] > 0);
  return {
    stocktakeId: stocktake.stocktakeId,
    range: rangeText(stocktake),
    who: `${stocktake.startedBy} ${moment(stocktake.startedAt, today)}`,
    finished: finishedAt !== undefined,
    tone: finishedAt ? 'good' : 'soon',
    status: finishedAt ? '已结束' : '盘点中',
    ...progress(stocktake),
    problems: numbers.map((finding) => `${FINDINGS[finding].word} ${counts[finding]}`).join('　'),
  };
}

/** What stands over the scanning. */
export function countHead(stocktake: Stocktake) {
  return {
    range: rangeText(stocktake),
    branchName: stocktake.branchName,
    finished: stocktake.finishedAt !== undefined,
    counts: stocktake.counts,
    ...progress(stocktake),
  };
}

interface FindingTab {
  finding: Finding;
  word: string;
  count: string;
}

/** What stands over the report, with one tab for each kind of finding. */
export function reportHead(stocktake: Stocktake, today: LocalDate) {
  const { counts, expected, finishedAt, startedBy, startedAt } = stocktake;
  // While counting goes on, what is missing is what was not scanned yet.
  const missing = finishedAt ? counts.missing : Math.max(0, expected - counts.right);
  const tabs: FindingTab[] = FINDING_ORDER.map((finding) => ({
    finding,
    word: FINDINGS[finding].word,
    count: String(finding === 'missing' ? missing : counts[finding]),
  }));
  return {
    range: rangeText(stocktake),
    when: [
      stocktake.branchName,
      `${startedBy} ${moment(startedAt, today)} 开始`,
      finishedAt ? `${moment(finishedAt, today)} 结束` : '还在盘点',
    ].join(' · '),
    tabs,
    ...progress(stocktake),
  };
}

export function findingLine({ barcode, title, finding, why, shelf, callNumber }: FindingRow) {
  return {
    barcode,
    title: title?.title ?? '没有书目',
    place: [shelf, callNumber].filter(Boolean).join(' '),
    // What is missing says so in the heading.
    why: finding === 'missing' ? '' : why,
  };
}

/**
 * The shelving places on which each of the words stands: as many as there is room for, and how many more
 * there are.
 */
export function shelvesMatching(
  shelves: readonly string[],
  words: string,
): { matching: string[]; hidden: number } {
  const parts = words.trim().split(/\s+/);
  const found = shelves.filter((shelf) => parts.every((part) => shelf.includes(part)));
  return { matching: found.slice(0, MOST_CHIPS), hidden: Math.max(0, found.length - MOST_CHIPS) };
}

const MOST_CHIPS = 8;

export interface ScanRow {
  /** The request id: a retry after a lost answer repeats it. */
  key: string;
  barcode: string;
  state: 'working' | 'done' | 'lost' | 'refused';
  tone: FindingWords['tone'];
  icon: string;
  word: string;
  title: string;
  why: string;
}

export function workingRow(key: string, barcode: string): ScanRow {
  return { key, barcode, state: 'working', tone: 'quiet', icon: 'clock', word: '正在查', title: '', why: '' };
}

/** What a scan came to, as large as it can be said. */
export function scannedRow(row: ScanRow, outcome: Outcome<FindingRow>): ScanRow {
  if (outcome.kind === 'value') {
    const { finding, why, title, callNumber } = outcome.value;
    const { word, tone, icon } = FINDINGS[finding];
    const place = finding === 'right' ? callNumber : why;
    return { ...row, state: 'done', word, tone, icon, title: title?.title ?? '', why: place };
  }
  const text = (lines(outcome) ?? []).map((line) => line.text + (line.next ?? '')).join('\n');
  const isOpen = outcome.kind === 'offline' || outcome.kind === 'failed';
  return {
    ...row,
    state: isOpen ? 'lost' : 'refused',
    tone: isOpen ? 'soon' : 'urgent',
    icon: isOpen ? 'cloud-off' : 'alert',
    word: isOpen ? '没有回复' : '没有计入',
    why: text,
  };
}

export function signalOf({ state, tone }: ScanRow): Signal {
  if (state !== 'done') return 'refused';
  return tone === 'good' ? 'done' : 'look';
}
