export const names: Record<string, string> = { I: '文学' };
