import { writing } from '../../kernel/operation';
import { nothing } from '../../kernel/validate';
import { keyRows, rotate } from './rotating';

/** Another key now: who may have seen the old one makes no more codes with it from then on. */
export const rotateKeys = writing('safety.rotateKeys', {
  role: 'director',
  schema: nothing,
  run: async (context, _input, transaction) => {
    const roots = await rotate(transaction, context);
    return { value: { keys: keyRows(roots, context.now) }, log: { outcome: '更换签名密钥' } };
  },
});
