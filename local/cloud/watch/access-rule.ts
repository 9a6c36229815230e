/**
 * Who may read a collection from the client, as the console takes it: alternatives joined by ||, each
 * `doc.<field> == auth.openid` or `doc.<field> == '<text>'`. Anything else lets nobody in.
 */
type Alternative = { field: string; is: 'caller' } | { field: string; is: 'text'; text: string };

const ALTERNATIVE = /^doc\.(\w+)\s*==\s*(?:(auth\.openid)|'([^']*)')$/;

export const readRule = (rule: string): Alternative[] =>
  rule.split('||').flatMap((part): Alternative[] => {
    const [, field, caller, text = ''] = ALTERNATIVE.exec(part.trim()) ?? [];
    if (!field) return [];
    return [caller ? { field, is: 'caller' } : { field, is: 'text', text }];
  });

/**
 * Whether a query can only find what the rule lets the caller read: the platform compares the condition
 * itself, and looks at no document for it.
 */
export const isAllowed = (rule: string, where: Readonly<Record<string, unknown>>, openid: string): boolean =>
  openid !== '' &&
  readRule(rule).some((each) => where[each.field] === (each.is === 'caller' ? openid : each.text));
