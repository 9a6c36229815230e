export const queue = {} as never;
