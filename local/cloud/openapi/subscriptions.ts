import type { Table } from '../database/engine/store';

/** How often a reader has allowed a template: each acceptance is one message. */
export interface Subscriptions {
  grant(openid: string, templateId: string, count: number): void;
  left(openid: string, templateId: string): number;
  use(openid: string, templateId: string): boolean;
}

export function openSubscriptions(facts: Table<string, string>): Subscriptions {
  const key = (openid: string, templateId: string): string => `grant/${openid}/${templateId}`;
  const left = (openid: string, templateId: string): number =>
    Number(facts.get(key(openid, templateId)) ?? 0);
  return {
    left,
    grant: (openid, templateId, count) => {
      facts.putSync(key(openid, templateId), String(left(openid, templateId) + count));
    },
    use: (openid, templateId) => {
      const rest = left(openid, templateId);
      if (rest <= 0) return false;
      facts.putSync(key(openid, templateId), String(rest - 1));
      return true;
    },
  };
}
