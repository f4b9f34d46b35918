/** "1 chat", "2 chats", with whatever verb the words bring. */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
